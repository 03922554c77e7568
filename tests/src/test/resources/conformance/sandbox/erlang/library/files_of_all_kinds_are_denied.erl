% policy: untrusted
% limit: reductions=30M,time=30s
[file:F("/etc/passwd") || F <- [read_file, consult, script, read_file_info, list_dir, delete]].  % expect: [{error,eacces},{error,eacces},{error,eacces},{error,eacces},{error,eacces},{error,eacces}]
{file:write_file("/tmp/x", <<>>), filelib:wildcard("/*"), file:path_open(["/etc"], "passwd", [read]), beam_lib:info("/etc/passwd")}.  % expect: {{error,eacces},[],{error,eacces},{error,beam_lib,{file_error,"/etc/passwd.beam",eacces}}}
code:get_object_code(lists).  % expect: error

% policy: untrusted
% limit: reductions=30M,time=30s
[file:F("/etc/passwd") || F <- [read_file, consult, script, read_file_info, list_dir, delete]].  % expect: [{error,eacces},{error,eacces},{error,eacces},{error,eacces},{error,eacces},{error,eacces}]
{file:write_file("/tmp/x", <<>>), filelib:wildcard("/*"), file:path_open(["/etc"], "passwd", [read]), beam_lib:info("/etc/passwd")}.  % expect: {{error,eacces},[],{error,eacces},{error,beam_lib,{file_error,"/etc/passwd.beam",eacces}}}
code:get_object_code(lists).  % expect: error
{ets:tab2file(ets:new(t, []), "/tmp/x"), ets:file2tab("/etc/passwd"), ets:tabfile_info("/etc/passwd")}.  % expect: {{error,eaccess},{error,{read_error,{file_error,"/etc/passwd",eacces}}},{error,{read_error,{file_error,"/etc/passwd",eacces}}}}

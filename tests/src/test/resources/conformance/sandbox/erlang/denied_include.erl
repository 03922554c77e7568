% policy: untrusted
-module(denied_include).
-include("/etc/passwd").
% expect error: denied_include.erl:3:10: can't find include file "/etc/passwd"

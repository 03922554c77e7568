% policy: untrusted
application:set_env(kernel, x, y).  % expect: ok
application:get_env(kernel, x).  % expect: {ok,y}

% policy: untrusted
exit(list_to_pid("<0.1.0>"), kill).  % expect: true
is_process_alive(self()).  % expect: true

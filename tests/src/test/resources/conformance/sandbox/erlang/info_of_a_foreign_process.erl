% policy: untrusted
process_info(list_to_pid("<0.50.0>"), messages).  % expect: undefined

% policy: untrusted
ets:tab2list(ac_tab).  % expect error: badarg

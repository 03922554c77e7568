% limit: mailbox=100
(fun F() -> catch self() ! x, F() end)().  % expect kill: mailbox

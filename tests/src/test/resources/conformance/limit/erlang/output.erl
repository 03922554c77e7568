% limit: output=10
catch io:format("123456789012345").  % expect kill: output

% limit: value=1000
catch list_to_binary(lists:duplicate(2000, $a)).  % expect kill: value

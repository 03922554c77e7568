%% Texts of RFC 3339 lie in the years 0 to 9999.
calendar:rfc3339_to_system_time("9999-12-31T23:59:59Z").  % expect: 253402300799
calendar:rfc3339_to_system_time("9999-12-31T23:59:60Z").  % expect error: {badarg,["9999-12-31T23:59:60Z",[]]}
calendar:rfc3339_to_system_time("9999-12-31T23:59:59-01:00").  % expect error: {badarg,["9999-12-31T23:59:59-01:00",[]]}
calendar:rfc3339_to_system_time("0000-01-01T00:00:00+01:00").  % expect error: {badarg,["0000-01-01T00:00:00+01:00",[]]}
calendar:system_time_to_rfc3339(253402300799, [{offset, "Z"}]).  % expect: "9999-12-31T23:59:59Z"
calendar:system_time_to_rfc3339(253402300800, [{offset, "Z"}]).  % expect error: {badarg,[253402300800,[{offset,"Z"}]]}
calendar:system_time_to_rfc3339(-62167219201, [{offset, "Z"}]).  % expect error: {badarg,[-62167219201,[{offset,"Z"}]]}

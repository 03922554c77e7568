calendar:date_to_gregorian_days({2024, 2, 29}).  % expect: 739310
calendar:date_to_gregorian_days({0, 1, 1}).  % expect: 0
calendar:date_to_gregorian_days(2023, 2, 29).  % expect error: if_clause
[calendar:gregorian_days_to_date(D) || D <- [0, 59, 60, 365, 366, 719528, 738946]].  % expect: [{0,1,1},{0,2,29},{0,3,1},{0,12,31},{1,1,1},{1970,1,1},{2023,3,2}]
[D || D <- lists:seq(0, 800000, 7), calendar:date_to_gregorian_days(calendar:gregorian_days_to_date(D)) =/= D].  % expect: []
calendar:datetime_to_gregorian_seconds({{1970, 1, 1}, {0, 0, 0}}).  % expect: 62167219200
calendar:gregorian_seconds_to_datetime(63876543210).  % expect: {{2024,3,1},{20,13,30}}
calendar:day_of_the_week({2024, 2, 29}).  % expect: 4
[calendar:is_leap_year(Y) || Y <- [1900, 2000, 2023, 2024]].  % expect: [false,true,false,true]
[calendar:iso_week_number({Y, M, D}) || {Y, M, D} <- [{2021, 1, 1}, {2020, 12, 31}, {2018, 12, 31}, {2024, 2, 29}]].  % expect: [{2020,53},{2020,53},{2019,1},{2024,9}]
[calendar:last_day_of_the_month(2023, M) || M <- lists:seq(1, 12)].  % expect: [31,28,31,30,31,30,31,31,30,31,30,31]
calendar:valid_date({2023, 2, 29}).  % expect: false
calendar:seconds_to_daystime(-1).  % expect: {-1,{23,59,59}}
calendar:seconds_to_time(86400).  % expect error: function_clause
calendar:time_difference({{2024, 2, 28}, {23, 0, 0}}, {{2024, 3, 1}, {0, 0, 1}}).  % expect: {1,{1,0,1}}
calendar:system_time_to_rfc3339(1700000000, [{offset, "Z"}]).  % expect: "2023-11-14T22:13:20Z"
calendar:system_time_to_rfc3339(1700000000123, [{unit, millisecond}, {offset, "+02:00"}]).  % expect: "2023-11-15T00:13:20.123+02:00"
calendar:rfc3339_to_system_time("2018-02-01T16:17:58+01:00").  % expect: 1517498278
calendar:rfc3339_to_system_time("1985-04-12T23:20:50.52Z", [{unit, millisecond}]).  % expect: 482196050520
calendar:system_time_to_universal_time(1700000000, second).  % expect: {{2023,11,14},{22,13,20}}
calendar:now_to_universal_time({1700, 123456, 789}).  % expect: {{2023,11,16},{8,30,56}}

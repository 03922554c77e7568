%% Records: defaults, updates, matching, nesting, record_info; and a loop that updates one.
-module(records).
-export([main/1]).

-record(address, {street = "" :: string(), city = "Nowhere"}).
-record(person, {name, age = 0 :: non_neg_integer(), address = #address{}}).

main([]) -> main(["10000"]);
main([Text]) ->
    Ada = #person{name = "Ada", age = 36},
    Moved = Ada#person{address = Ada#person.address#address{city = "London"}},
    io:format("~p~n~p~n", [Ada, Moved]),
    io:format("~s lives in ~s~n", [Moved#person.name, Moved#person.address#address.city]),
    io:format("~p ~p~n", [record_info(fields, person), record_info(size, person)]),
    io:format("~p ~p~n", [#person.age, is_record(Moved, person)]),
    io:format("~p~n", [adult(Ada)]),
    io:format("~p~n", [adult(#person{name = "Bob", age = 7})]),
    io:format("~p~n", [#person{_ = x}]),
    try #person.name =:= 2 andalso (hd([{person, x}]))#person.age
    catch error:Reason -> io:format("~p~n", [Reason])
    end,
    io:format("~p~n", [birthdays(list_to_integer(Text), Ada)]).

adult(#person{name = Name, age = Age}) when Age >= 18 -> {adult, Name};
adult(#person{age = Age} = Person) -> {child, Person#person.name, 18 - Age}.

birthdays(0, Person) -> Person#person.age;
birthdays(N, #person{age = Age} = Person) -> birthdays(N - 1, Person#person{age = Age + 1}).

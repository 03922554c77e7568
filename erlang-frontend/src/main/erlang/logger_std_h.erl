%% The handler that writes to the node's output, its error output or a file. OTP's kernel manual, module logger_std_h. It is no
%% process: an event is written by the process that logs it, and a file is opened for each.
-module(logger_std_h).

-export([adding_handler/1, changing_config/3, removing_handler/1, log/2, filesync/1]).

adding_handler(#{config := _} = Config) -> checked(Config, #{});
adding_handler(Config) -> checked(Config#{config => #{}}, #{}).

%% Where events go cannot be changed.
changing_config(SetOrUpdate, #{config := Old}, New) ->
    Kept = case SetOrUpdate of
               set -> maps:with([type, file], Old);
               update -> Old
           end,
    case checked(New#{config => maps:get(config, New, Kept)}, Kept) of
        {ok, #{config := Config} = Whole} ->
            case maps:with([type, file], Config) =:= maps:with([type, file], Old) of
                true -> {ok, Whole};
                false ->
                    {error, {illegal_config_change, ?MODULE, maps:with([type, file], Old), maps:with([type, file], Config)}}
            end;
        Error -> Error
    end.

checked(#{config := Config} = Whole, Before) when is_map(Config) ->
    Merged = maps:merge(Before, Config),
    case Merged of
        #{type := standard_io} -> {ok, Whole#{config => Merged}};
        #{type := standard_error} -> {ok, Whole#{config => Merged}};
        #{type := {file, Name}} -> in_file(Name, Whole, Merged);
        #{type := {file, Name, _}} -> in_file(Name, Whole, Merged);
        #{type := file, file := Name} -> in_file(Name, Whole, Merged);
        #{type := file, id := Id} -> in_file(atom_to_list(Id), Whole, Merged);
        #{type := file} -> in_file(atom_to_list(maps:get(id, Whole)), Whole, Merged);
        #{type := Other} -> {error, {invalid_config, ?MODULE, #{type => Other}}};
        #{file := Name} -> in_file(Name, Whole, Merged);
        _ -> {ok, Whole#{config => Merged#{type => standard_io}}}
    end;
checked(#{config := Config}, _) -> {error, {invalid_config, ?MODULE, Config}}.

in_file(Name, Whole, Config) ->
    case file:write_file(Name, <<>>, [append]) of
        ok -> {ok, Whole#{config => Config#{type => file, file => filename:absname(Name)}}};
        {error, Reason} -> {error, {open_failed, Name, Reason}}
    end.

removing_handler(_) -> ok.

log(Event, #{config := #{type := Type} = Config, formatter := {Formatter, FormatterConfig}}) ->
    Text = Formatter:format(Event, FormatterConfig),
    case Type of
        standard_io -> io:put_chars(user, Text);
        standard_error -> io:put_chars(standard_error, Text);
        file -> file:write_file(map_get(file, Config), unicode:characters_to_binary(Text), [append])
    end.

%% Nothing is kept back that would have to be written yet.
filesync(Id) ->
    case logger:get_handler_config(Id) of
        {ok, #{module := ?MODULE}} -> ok;
        _ -> {error, {badarg, {filesync, [Id]}}}
    end.

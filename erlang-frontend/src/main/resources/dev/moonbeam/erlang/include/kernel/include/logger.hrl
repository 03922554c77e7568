%% The macros of module logger (kernel manual): the level is asked before the arguments are evaluated.

-ifndef(LOGGER_HRL).
-define(LOGGER_HRL, true).

-define(LOCATION, #{mfa => {?MODULE, ?FUNCTION_NAME, ?FUNCTION_ARITY}, line => ?LINE, file => ?FILE}).

-define(LOG(Level, What), ?DO_LOG(Level, [What])).
-define(LOG(Level, What, Args), ?DO_LOG(Level, [What, Args])).
-define(LOG(Level, What, Args, Meta), ?DO_LOG(Level, [What, Args, Meta])).

-define(DO_LOG(Level, Args),
        case logger:allow(Level, ?MODULE) of
            true -> erlang:apply(logger, macro_log, [?LOCATION, Level | Args]);
            false -> ok
        end).

-define(LOG_EMERGENCY(What), ?LOG(emergency, What)).
-define(LOG_EMERGENCY(What, Args), ?LOG(emergency, What, Args)).
-define(LOG_EMERGENCY(What, Args, Meta), ?LOG(emergency, What, Args, Meta)).
-define(LOG_ALERT(What), ?LOG(alert, What)).
-define(LOG_ALERT(What, Args), ?LOG(alert, What, Args)).
-define(LOG_ALERT(What, Args, Meta), ?LOG(alert, What, Args, Meta)).
-define(LOG_CRITICAL(What), ?LOG(critical, What)).
-define(LOG_CRITICAL(What, Args), ?LOG(critical, What, Args)).
-define(LOG_CRITICAL(What, Args, Meta), ?LOG(critical, What, Args, Meta)).
-define(LOG_ERROR(What), ?LOG(error, What)).
-define(LOG_ERROR(What, Args), ?LOG(error, What, Args)).
-define(LOG_ERROR(What, Args, Meta), ?LOG(error, What, Args, Meta)).
-define(LOG_WARNING(What), ?LOG(warning, What)).
-define(LOG_WARNING(What, Args), ?LOG(warning, What, Args)).
-define(LOG_WARNING(What, Args, Meta), ?LOG(warning, What, Args, Meta)).
-define(LOG_NOTICE(What), ?LOG(notice, What)).
-define(LOG_NOTICE(What, Args), ?LOG(notice, What, Args)).
-define(LOG_NOTICE(What, Args, Meta), ?LOG(notice, What, Args, Meta)).
-define(LOG_INFO(What), ?LOG(info, What)).
-define(LOG_INFO(What, Args), ?LOG(info, What, Args)).
-define(LOG_INFO(What, Args, Meta), ?LOG(info, What, Args, Meta)).
-define(LOG_DEBUG(What), ?LOG(debug, What)).
-define(LOG_DEBUG(What, Args), ?LOG(debug, What, Args)).
-define(LOG_DEBUG(What, Args, Meta), ?LOG(debug, What, Args, Meta)).

-endif.

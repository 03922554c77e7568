%% The functions of this module are written in Java: EtsModule, EtsObjectModule and EtsMatchModule; here are those on files.
-module(ets).

-export([tab2file/2, tab2file/3, file2tab/1, file2tab/2, tabfile_info/1]).

tab2file(Table, File) -> tab2file(Table, File, []).
tab2file(Table, File, Options) when is_list(Options) -> moonbeam_tabfile:write(Table, File, Options).

file2tab(File) -> file2tab(File, []).
file2tab(File, Options) -> moonbeam_tabfile:read(File, Options).

tabfile_info(File) -> moonbeam_tabfile:info(File).

%% What POSIX's error names mean, in words.
-module(erl_posix_msg).

-export([message/1]).

message(eacces) -> "permission denied";
message(eagain) -> "resource temporarily unavailable";
message(ebadf) -> "bad file number";
message(ebusy) -> "file busy";
message(eexist) -> "file already exists";
message(efbig) -> "file too large";
message(einval) -> "invalid argument";
message(eio) -> "I/O error";
message(eisdir) -> "illegal operation on a directory";
message(eloop) -> "too many levels of symbolic links";
message(emfile) -> "too many open files";
message(emlink) -> "too many links";
message(enametoolong) -> "file name too long";
message(enfile) -> "file table overflow";
message(enodev) -> "no such device";
message(enoent) -> "no such file or directory";
message(enomem) -> "not enough memory";
message(enospc) -> "no space left on device";
message(enosys) -> "function not implemented";
message(enotdir) -> "not a directory";
message(enotempty) -> "directory not empty";
message(enotsup) -> "operation not supported";
message(eperm) -> "not owner";
message(epipe) -> "broken pipe";
message(erofs) -> "read-only file system";
message(espipe) -> "invalid seek";
message(exdev) -> "cross-domain link";
message(eof) -> "end of file";
message(Other) when is_atom(Other) -> "unknown POSIX error";
message(_) -> "unknown POSIX error".

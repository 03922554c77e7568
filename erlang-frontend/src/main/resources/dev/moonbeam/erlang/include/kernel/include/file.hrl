%% What file:read_file_info/1,2 tells of a file, and what file:open/2 gives for a raw one (kernel manual, module file).

-ifndef(FILE_HRL_).
-define(FILE_HRL_, 1).

-record(file_info, {size, type, access, atime, mtime, ctime, mode, links, major_device, minor_device, inode, uid, gid}).

-record(file_descriptor, {module, data}).

-endif.

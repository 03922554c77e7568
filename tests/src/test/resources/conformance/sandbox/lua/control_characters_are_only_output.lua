-- policy: untrusted
print(#"\27]0;title\7\r\n") -- expect: 12

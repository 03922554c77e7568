-- policy: untrusted
load("return {" .. ("1,"):rep(5000000) .. "}")
-- expect kill: source|memory|value

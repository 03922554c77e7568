-- policy: untrusted
error()
-- expect error: (error object is a nil value)

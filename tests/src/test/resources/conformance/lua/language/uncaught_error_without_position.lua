error("bare message", 0)
-- expect error: bare message

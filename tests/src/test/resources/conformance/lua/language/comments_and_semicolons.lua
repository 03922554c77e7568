;;; print(1);; print(2); -- a comment
print(3) --[[inline]] print(4)
do ; end
-- expect: 1
-- expect: 2
-- expect: 3
-- expect: 4

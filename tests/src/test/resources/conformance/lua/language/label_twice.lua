::again::
print(1)
::again::
-- expect error: label_twice.lua:5: label 'again' already defined on line 1

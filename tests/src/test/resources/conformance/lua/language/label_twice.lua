::again::
print(1)
::again::
print(2)

-- expect error: label_twice.lua:4: label 'again' already defined on line 1

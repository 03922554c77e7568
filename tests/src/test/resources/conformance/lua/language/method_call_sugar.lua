local account = { balance = 0 }
function account.deposit(self, n) self.balance = self.balance + n return self end
function account:show(...) print(self.balance, ...) end
account:deposit(10):deposit(5):show("a", "b")
account.deposit(account, 1)
account:show()
local nested = { a = { b = {} } }
function nested.a.b:f(x) return self == nested.a.b, x end
print(nested.a.b:f(3))
print(("%d"):format(7), ("x"):upper():lower():byte())
local s = "text"
print(s:len(), s:sub(2, 3))
-- expect: 15	a	b
-- expect: 16
-- expect: true	3
-- expect: 7	120
-- expect: 4	ex

-- policy: untrusted
pcall(os.setlocale, "tr_TR")
print(("I"):lower(), ("i"):upper()) -- expect: i	I

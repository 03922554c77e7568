local s = "text"
return s:upper():len()

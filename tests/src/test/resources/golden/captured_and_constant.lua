local scale = 3
return function(x) return x * scale end

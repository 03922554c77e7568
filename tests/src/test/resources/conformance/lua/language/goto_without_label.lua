do
  goto nowhere
end
-- expect error: goto_without_label.lua:5: no visible label 'nowhere' for <goto> at line 2

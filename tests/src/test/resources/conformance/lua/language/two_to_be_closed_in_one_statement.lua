local a <close>, b <close> = nil, nil
-- expect error: two_to_be_closed_in_one_statement.lua:1: multiple to-be-closed variables in local list

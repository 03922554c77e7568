-- More parameters and captured variables together than a Java method has parameters.
local function outer()
  local function number(s) return tonumber(s) end
  local x1 = number('1')
  local x2 = number('2')
  local x3 = number('3')
  local x4 = number('4')
  local x5 = number('5')
  local x6 = number('6')
  local x7 = number('7')
  local x8 = number('8')
  local x9 = number('9')
  local x10 = number('10')
  local x11 = number('11')
  local x12 = number('12')
  local x13 = number('13')
  local x14 = number('14')
  local x15 = number('15')
  local x16 = number('16')
  local x17 = number('17')
  local x18 = number('18')
  local x19 = number('19')
  local x20 = number('20')
  local x21 = number('21')
  local x22 = number('22')
  local x23 = number('23')
  local x24 = number('24')
  local x25 = number('25')
  local x26 = number('26')
  local x27 = number('27')
  local x28 = number('28')
  local x29 = number('29')
  local x30 = number('30')
  local x31 = number('31')
  local x32 = number('32')
  local x33 = number('33')
  local x34 = number('34')
  local x35 = number('35')
  local x36 = number('36')
  local x37 = number('37')
  local x38 = number('38')
  local x39 = number('39')
  local x40 = number('40')
  local x41 = number('41')
  local x42 = number('42')
  local x43 = number('43')
  local x44 = number('44')
  local x45 = number('45')
  local x46 = number('46')
  local x47 = number('47')
  local x48 = number('48')
  local x49 = number('49')
  local x50 = number('50')
  local x51 = number('51')
  local x52 = number('52')
  local x53 = number('53')
  local x54 = number('54')
  local x55 = number('55')
  local x56 = number('56')
  local x57 = number('57')
  local x58 = number('58')
  local x59 = number('59')
  local x60 = number('60')
  local x61 = number('61')
  local x62 = number('62')
  local x63 = number('63')
  local x64 = number('64')
  local x65 = number('65')
  local x66 = number('66')
  local x67 = number('67')
  local x68 = number('68')
  local x69 = number('69')
  local x70 = number('70')
  local x71 = number('71')
  local x72 = number('72')
  local x73 = number('73')
  local x74 = number('74')
  local x75 = number('75')
  local x76 = number('76')
  local x77 = number('77')
  local x78 = number('78')
  local x79 = number('79')
  local x80 = number('80')
  local x81 = number('81')
  local x82 = number('82')
  local x83 = number('83')
  local x84 = number('84')
  local x85 = number('85')
  local x86 = number('86')
  local x87 = number('87')
  local x88 = number('88')
  local x89 = number('89')
  local x90 = number('90')
  return function()
    local y1 = x2 * 2
    local y2 = x3 * 2
    local y3 = x4 * 2
    local y4 = x5 * 2
    local y5 = x6 * 2
    local y6 = x7 * 2
    local y7 = x8 * 2
    local y8 = x9 * 2
    local y9 = x10 * 2
    local y10 = x11 * 2
    local y11 = x12 * 2
    local y12 = x13 * 2
    local y13 = x14 * 2
    local y14 = x15 * 2
    local y15 = x16 * 2
    local y16 = x17 * 2
    local y17 = x18 * 2
    local y18 = x19 * 2
    local y19 = x20 * 2
    local y20 = x21 * 2
    local y21 = x22 * 2
    local y22 = x23 * 2
    local y23 = x24 * 2
    local y24 = x25 * 2
    local y25 = x26 * 2
    local y26 = x27 * 2
    local y27 = x28 * 2
    local y28 = x29 * 2
    local y29 = x30 * 2
    local y30 = x31 * 2
    local y31 = x32 * 2
    local y32 = x33 * 2
    local y33 = x34 * 2
    local y34 = x35 * 2
    local y35 = x36 * 2
    local y36 = x37 * 2
    local y37 = x38 * 2
    local y38 = x39 * 2
    local y39 = x40 * 2
    local y40 = x41 * 2
    local y41 = x42 * 2
    local y42 = x43 * 2
    local y43 = x44 * 2
    local y44 = x45 * 2
    local y45 = x46 * 2
    local y46 = x47 * 2
    local y47 = x48 * 2
    local y48 = x49 * 2
    local y49 = x50 * 2
    local y50 = x51 * 2
    local y51 = x52 * 2
    local y52 = x53 * 2
    local y53 = x54 * 2
    local y54 = x55 * 2
    local y55 = x56 * 2
    local y56 = x57 * 2
    local y57 = x58 * 2
    local y58 = x59 * 2
    local y59 = x60 * 2
    local y60 = x61 * 2
    local y61 = x62 * 2
    local y62 = x63 * 2
    local y63 = x64 * 2
    local y64 = x65 * 2
    local y65 = x66 * 2
    local y66 = x67 * 2
    local y67 = x68 * 2
    local y68 = x69 * 2
    local y69 = x70 * 2
    local y70 = x71 * 2
    local y71 = x72 * 2
    local y72 = x73 * 2
    local y73 = x74 * 2
    local y74 = x75 * 2
    local y75 = x76 * 2
    local y76 = x77 * 2
    local y77 = x78 * 2
    local y78 = x79 * 2
    local y79 = x80 * 2
    local y80 = x81 * 2
    local y81 = x82 * 2
    local y82 = x83 * 2
    local y83 = x84 * 2
    local y84 = x85 * 2
    local y85 = x86 * 2
    local y86 = x87 * 2
    local y87 = x88 * 2
    local y88 = x89 * 2
    local y89 = x90 * 2
    local y90 = x1 * 2
    return function(p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15, p16, p17, p18, p19, p20, p21, p22, p23, p24,
      p25, p26, p27, p28, p29, p30, p31, p32, p33, p34, p35, p36, p37, p38, p39, p40, p41, p42, p43, p44, p45, p46,
      p47, p48, p49, p50, p51, p52, p53, p54, p55, p56, p57, p58, p59, p60, p61, p62, p63, p64, p65, p66, p67, p68,
      p69, p70, p71, p72, p73, p74, p75, p76, p77, p78, p79, p80, p81, p82, p83, p84, p85, p86, p87, p88, p89, p90,
      p91, p92, p93, p94, p95, p96, p97, p98, p99, p100, p101, p102, p103, p104, p105, p106, p107, p108, p109, p110,
      p111, p112, p113, p114, p115, p116, p117, p118, p119, p120, ...)
      x1 = x1 + 1
      return x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9 + x10 + x11 + x12 + x13 + x14 + x15 + x16 + x17 + x18 + x19 + x20 +
        x21 + x22 + x23 + x24 + x25 + x26 + x27 + x28 + x29 + x30 + x31 + x32 + x33 + x34 + x35 + x36 + x37 + x38 +
        x39 + x40 + x41 + x42 + x43 + x44 + x45 + x46 + x47 + x48 + x49 + x50 + x51 + x52 + x53 + x54 + x55 + x56 +
        x57 + x58 + x59 + x60 + x61 + x62 + x63 + x64 + x65 + x66 + x67 + x68 + x69 + x70 + x71 + x72 + x73 + x74 +
        x75 + x76 + x77 + x78 + x79 + x80 + x81 + x82 + x83 + x84 + x85 + x86 + x87 + x88 + x89 + x90 + y1 + y2 + y3 +
        y4 + y5 + y6 + y7 + y8 + y9 + y10 + y11 + y12 + y13 + y14 + y15 + y16 + y17 + y18 + y19 + y20 + y21 + y22 +
        y23 + y24 + y25 + y26 + y27 + y28 + y29 + y30 + y31 + y32 + y33 + y34 + y35 + y36 + y37 + y38 + y39 + y40 +
        y41 + y42 + y43 + y44 + y45 + y46 + y47 + y48 + y49 + y50 + y51 + y52 + y53 + y54 + y55 + y56 + y57 + y58 +
        y59 + y60 + y61 + y62 + y63 + y64 + y65 + y66 + y67 + y68 + y69 + y70 + y71 + y72 + y73 + y74 + y75 + y76 +
        y77 + y78 + y79 + y80 + y81 + y82 + y83 + y84 + y85 + y86 + y87 + y88 + y89 + y90 + p1 + p120 + select('#',
        ...)
    end
  end
end
local f = outer()()
print(f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, -- expect: 12412
  31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57,
  58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84,
  85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109,
  110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125))
print(f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, -- expect: 12408
  31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57,
  58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84,
  85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109,
  110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120))
print((pcall(f, 1))) -- expect: false
local function tail(n, q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12, q13, q14, q15, q16, q17, q18, q19, q20, q21, q22, q23, q24,
  q25, q26, q27, q28, q29, q30, q31, q32, q33, q34, q35, q36, q37, q38, q39, q40, q41, q42, q43, q44, q45, q46,
  q47, q48, q49, q50, q51, q52, q53, q54, q55, q56, q57, q58, q59, q60, q61, q62, q63, q64, q65, q66, q67, q68,
  q69, q70, q71, q72, q73, q74, q75, q76, q77, q78, q79, q80, q81, q82, q83, q84, q85, q86, q87, q88, q89, q90,
  q91, q92, q93, q94, q95, q96, q97, q98, q99, q100, q101, q102, q103, q104, q105, q106, q107, q108, q109, q110,
  q111, q112, q113, q114, q115, q116, q117, q118, q119, q120, q121, q122, q123, q124, q125, q126, q127, q128,
  q129, q130, q131, q132, q133, q134, q135, q136, q137, q138, q139, q140, q141, q142, q143, q144, q145, q146,
  q147, q148, q149, q150)
  if n == 0 then return q1, q150 end
  return (function(g)
    return g(n - 1, q1 + 1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12, q13, q14, q15, q16, q17, q18, q19, q20, q21, q22, q23, q24,
      q25, q26, q27, q28, q29, q30, q31, q32, q33, q34, q35, q36, q37, q38, q39, q40, q41, q42, q43, q44, q45, q46,
      q47, q48, q49, q50, q51, q52, q53, q54, q55, q56, q57, q58, q59, q60, q61, q62, q63, q64, q65, q66, q67, q68,
      q69, q70, q71, q72, q73, q74, q75, q76, q77, q78, q79, q80, q81, q82, q83, q84, q85, q86, q87, q88, q89, q90,
      q91, q92, q93, q94, q95, q96, q97, q98, q99, q100, q101, q102, q103, q104, q105, q106, q107, q108, q109, q110,
      q111, q112, q113, q114, q115, q116, q117, q118, q119, q120, q121, q122, q123, q124, q125, q126, q127, q128,
      q129, q130, q131, q132, q133, q134, q135, q136, q137, q138, q139, q140, q141, q142, q143, q144, q145, q146,
      q147, q148, q149, q150)
  end)(tail)
end
print(tail(20000, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, -- expect: 20001	150
  31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57,
  58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84,
  85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109,
  110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131,
  132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150))

%% Internet addresses read from texts and written.
-module(internet_addresses).
-export([main/0]).

main() ->
    L = ["1.2.3.4","1.2.3","1","0x7f.1","010.1.1.1","1.2.3.4.5","256.1.1.1","::","::1","1::","fe80::1%lo","1:2:3:4:5:6:7:8","1:2:3:4:5:6:7:8:9","::1.2.3.4","1::2::3","g::","a:b","","1.2.3.","::ffff:1.2.3.4","1:2:3:4:5:6:1.2.3.4","12345::","-1.2.3.4","4294967295","4294967296","1.256"],
 [io:format("~p ~p~n",[S,[catch inet:F(S) || F <- [parse_address,parse_strict_address,parse_ipv4_address,parse_ipv4strict_address,parse_ipv6_address,parse_ipv6strict_address]]]) || S <- L],
 [io:format("~p ~p~n",[A,inet:ntoa(A)]) || A <- [{1,2,3,4},{0,0,0,0,0,0,0,0},{0,0,0,0,0,0,0,1},{0,0,0,0,0,16#ffff,16#102,16#304},{1,0,0,2,0,0,0,3},{1,0,0,2,3,0,0,4},{1,2,3,4,5,6,7,8},{1,0,2,3,4,5,6,7},{1,2,3,4,5,6,7,0},{0,1,2,3,4,5,6,7},{0,0,0,0,0,0,1,2},{256,1,1,1},foo,{1,2,3,4,5,6,0,0},{0,0,3,4,5,6,0,0}]].
%% expect: "1.2.3.4" [{ok,{1,2,3,4}},
%% expect:            {ok,{1,2,3,4}},
%% expect:            {ok,{1,2,3,4}},
%% expect:            {ok,{1,2,3,4}},
%% expect:            {ok,{0,0,0,0,0,65535,258,772}},
%% expect:            {error,einval}]
%% expect: "1.2.3" [{ok,{1,2,0,3}},
%% expect:          {error,einval},
%% expect:          {ok,{1,2,0,3}},
%% expect:          {error,einval},
%% expect:          {ok,{0,0,0,0,0,65535,258,3}},
%% expect:          {error,einval}]
%% expect: "1" [{ok,{0,0,0,1}},
%% expect:      {error,einval},
%% expect:      {ok,{0,0,0,1}},
%% expect:      {error,einval},
%% expect:      {ok,{0,0,0,0,0,65535,0,1}},
%% expect:      {error,einval}]
%% expect: "0x7f.1" [{ok,{127,0,0,1}},
%% expect:           {error,einval},
%% expect:           {ok,{127,0,0,1}},
%% expect:           {error,einval},
%% expect:           {ok,{0,0,0,0,0,65535,32512,1}},
%% expect:           {error,einval}]
%% expect: "010.1.1.1" [{ok,{8,1,1,1}},
%% expect:              {error,einval},
%% expect:              {ok,{8,1,1,1}},
%% expect:              {error,einval},
%% expect:              {ok,{0,0,0,0,0,65535,2049,257}},
%% expect:              {error,einval}]
%% expect: "1.2.3.4.5" [{error,einval},
%% expect:              {error,einval},
%% expect:              {error,einval},
%% expect:              {error,einval},
%% expect:              {error,einval},
%% expect:              {error,einval}]
%% expect: "256.1.1.1" [{error,einval},
%% expect:              {error,einval},
%% expect:              {error,einval},
%% expect:              {error,einval},
%% expect:              {error,einval},
%% expect:              {error,einval}]
%% expect: "::" [{ok,{0,0,0,0,0,0,0,0}},
%% expect:       {ok,{0,0,0,0,0,0,0,0}},
%% expect:       {error,einval},
%% expect:       {error,einval},
%% expect:       {ok,{0,0,0,0,0,0,0,0}},
%% expect:       {ok,{0,0,0,0,0,0,0,0}}]
%% expect: "::1" [{ok,{0,0,0,0,0,0,0,1}},
%% expect:        {ok,{0,0,0,0,0,0,0,1}},
%% expect:        {error,einval},
%% expect:        {error,einval},
%% expect:        {ok,{0,0,0,0,0,0,0,1}},
%% expect:        {ok,{0,0,0,0,0,0,0,1}}]
%% expect: "1::" [{ok,{1,0,0,0,0,0,0,0}},
%% expect:        {ok,{1,0,0,0,0,0,0,0}},
%% expect:        {error,einval},
%% expect:        {error,einval},
%% expect:        {ok,{1,0,0,0,0,0,0,0}},
%% expect:        {ok,{1,0,0,0,0,0,0,0}}]
%% expect: "fe80::1%lo" [{ok,{65152,0,0,0,0,0,0,1}},
%% expect:               {ok,{65152,0,0,0,0,0,0,1}},
%% expect:               {error,einval},
%% expect:               {error,einval},
%% expect:               {ok,{65152,0,0,0,0,0,0,1}},
%% expect:               {ok,{65152,0,0,0,0,0,0,1}}]
%% expect: "1:2:3:4:5:6:7:8" [{ok,{1,2,3,4,5,6,7,8}},
%% expect:                    {ok,{1,2,3,4,5,6,7,8}},
%% expect:                    {error,einval},
%% expect:                    {error,einval},
%% expect:                    {ok,{1,2,3,4,5,6,7,8}},
%% expect:                    {ok,{1,2,3,4,5,6,7,8}}]
%% expect: "1:2:3:4:5:6:7:8:9" [{error,einval},
%% expect:                      {error,einval},
%% expect:                      {error,einval},
%% expect:                      {error,einval},
%% expect:                      {error,einval},
%% expect:                      {error,einval}]
%% expect: "::1.2.3.4" [{ok,{0,0,0,0,0,0,258,772}},
%% expect:              {ok,{0,0,0,0,0,0,258,772}},
%% expect:              {error,einval},
%% expect:              {error,einval},
%% expect:              {ok,{0,0,0,0,0,0,258,772}},
%% expect:              {ok,{0,0,0,0,0,0,258,772}}]
%% expect: "1::2::3" [{error,einval},
%% expect:            {error,einval},
%% expect:            {error,einval},
%% expect:            {error,einval},
%% expect:            {error,einval},
%% expect:            {error,einval}]
%% expect: "g::" [{error,einval},
%% expect:        {error,einval},
%% expect:        {error,einval},
%% expect:        {error,einval},
%% expect:        {error,einval},
%% expect:        {error,einval}]
%% expect: "a:b" [{error,einval},
%% expect:        {error,einval},
%% expect:        {error,einval},
%% expect:        {error,einval},
%% expect:        {error,einval},
%% expect:        {error,einval}]
%% expect: [] [{error,einval},
%% expect:     {error,einval},
%% expect:     {error,einval},
%% expect:     {error,einval},
%% expect:     {error,einval},
%% expect:     {error,einval}]
%% expect: "1.2.3." [{error,einval},
%% expect:           {error,einval},
%% expect:           {error,einval},
%% expect:           {error,einval},
%% expect:           {error,einval},
%% expect:           {error,einval}]
%% expect: "::ffff:1.2.3.4" [{ok,{0,0,0,0,0,65535,258,772}},
%% expect:                   {ok,{0,0,0,0,0,65535,258,772}},
%% expect:                   {error,einval},
%% expect:                   {error,einval},
%% expect:                   {ok,{0,0,0,0,0,65535,258,772}},
%% expect:                   {ok,{0,0,0,0,0,65535,258,772}}]
%% expect: "1:2:3:4:5:6:1.2.3.4" [{ok,{1,2,3,4,5,6,258,772}},
%% expect:                        {ok,{1,2,3,4,5,6,258,772}},
%% expect:                        {error,einval},
%% expect:                        {error,einval},
%% expect:                        {ok,{1,2,3,4,5,6,258,772}},
%% expect:                        {ok,{1,2,3,4,5,6,258,772}}]
%% expect: "12345::" [{error,einval},
%% expect:            {error,einval},
%% expect:            {error,einval},
%% expect:            {error,einval},
%% expect:            {error,einval},
%% expect:            {error,einval}]
%% expect: "-1.2.3.4" [{error,einval},
%% expect:             {error,einval},
%% expect:             {error,einval},
%% expect:             {error,einval},
%% expect:             {error,einval},
%% expect:             {error,einval}]
%% expect: "4294967295" [{ok,{255,255,255,255}},
%% expect:               {error,einval},
%% expect:               {ok,{255,255,255,255}},
%% expect:               {error,einval},
%% expect:               {ok,{0,0,0,0,0,65535,65535,65535}},
%% expect:               {error,einval}]
%% expect: "4294967296" [{error,einval},
%% expect:               {error,einval},
%% expect:               {error,einval},
%% expect:               {error,einval},
%% expect:               {error,einval},
%% expect:               {error,einval}]
%% expect: "1.256" [{ok,{1,0,1,0}},
%% expect:          {error,einval},
%% expect:          {ok,{1,0,1,0}},
%% expect:          {error,einval},
%% expect:          {ok,{0,0,0,0,0,65535,256,256}},
%% expect:          {error,einval}]
%% expect: {1,2,3,4} "1.2.3.4"
%% expect: {0,0,0,0,0,0,0,0} "::"
%% expect: {0,0,0,0,0,0,0,1} "::1"
%% expect: {0,0,0,0,0,65535,258,772} "::ffff:1.2.3.4"
%% expect: {1,0,0,2,0,0,0,3} "1:0:0:2::3"
%% expect: {1,0,0,2,3,0,0,4} "1::2:3:0:0:4"
%% expect: {1,2,3,4,5,6,7,8} "1:2:3:4:5:6:7:8"
%% expect: {1,0,2,3,4,5,6,7} "1:0:2:3:4:5:6:7"
%% expect: {1,2,3,4,5,6,7,0} "1:2:3:4:5:6:7:0"
%% expect: {0,1,2,3,4,5,6,7} "0:1:2:3:4:5:6:7"
%% expect: {0,0,0,0,0,0,1,2} "::0.1.0.2"
%% expect: {256,1,1,1} {error,einval}
%% expect: foo {error,einval}
%% expect: {1,2,3,4,5,6,0,0} "1:2:3:4:5:6::"
%% expect: {0,0,3,4,5,6,0,0} "::3:4:5:6:0:0"

package dev.moonbeam.tests.bench;

import dev.moonbeam.tests.Resources;
import java.nio.file.Path;
import java.util.List;

/**
 * A program at the size at which it is measured: long enough to tell, short enough to be repeated.
 *
 * @param language {@code lua} or {@code erlang}
 * @param program file name without its extension, under the programs folder
 * @param arguments what makes it big
 */
record Workload(String language, String program, List<String> arguments) {
  static final List<Workload> ALL =
      List.of(
          lua("fib", "32"),
          lua("numeric_loop", "50000000"),
          lua("mandelbrot", "600"),
          lua("nbody", "300000"),
          lua("spectral_norm", "300"),
          lua("fannkuch", "9"),
          lua("binary_trees", "14"),
          lua("sieve", "2000000"),
          lua("queens", "9"),
          lua("method_calls", "3000000"),
          lua("classes", "3000000"),
          lua("closures", "3000000"),
          lua("quicksort", "100000"),
          lua("strings", "20000"),
          lua("string_format", "100000"),
          lua("concatenation", "10000"),
          lua("generators", "1000000"),
          lua("errors", "500000"),
          lua("json", "5000"),
          lua("rays", "250"),
          lua("sha256", "150"),
          lua("chacha20", "20000"),
          lua("bytecode", "500000"),
          lua("lzw", "50"),
          lua("vectors", "200000"),
          lua("fourier", "14"),
          erlang("fib", "32"),
          erlang("tak", "24", "16", "8"),
          erlang("tail_loop", "100000000"),
          erlang("even_odd", "10000000"),
          erlang("nrev", "1000"),
          erlang("queens", "9"),
          erlang("quicksort", "100000"),
          erlang("body_sum", "1000000"),
          erlang("binary_append", "2000000"),
          erlang("binaries", "100000"),
          erlang("records", "5000000"),
          erlang("map_update", "1000000"),
          erlang("closures", "5000000"),
          erlang("throw_catch", "1000000"),
          erlang("error_catch", "1000000"),
          erlang("factorial", "2000"),
          erlang("ping_pong", "500000"),
          erlang("ring", "1000", "1000000"),
          erlang("spawn_monitor", "300000"),
          erlang("server_call", "200000"),
          erlang("selective_receive", "100000"),
          erlang("many_processes", "100000"));

  private static Workload lua(String program, String... arguments) {
    return new Workload("lua", program, List.of(arguments));
  }

  private static Workload erlang(String program, String... arguments) {
    return new Workload("erlang", program, List.of(arguments));
  }

  Path file() {
    String extension = language.equals("lua") ? ".lua" : ".erl";
    return Resources.source("programs").resolve(language).resolve(program + extension);
  }

  /**
   * Whether a command-line word means this one: the language, the program, or both as {@code
   * lua/fib}.
   */
  boolean matches(String word) {
    return word.equals(language) || word.equals(program) || word.equals(language + "/" + program);
  }
}

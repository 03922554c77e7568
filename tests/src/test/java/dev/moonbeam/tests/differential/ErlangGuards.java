package dev.moonbeam.tests.differential;

import java.util.List;
import java.util.stream.Stream;

/** Guards on one value: tests that hold, tests that do not, and tests that fail. */
final class ErlangGuards {
  private ErlangGuards() {}

  static List<String> of(String subject) {
    return List.of(
        "is_integer(" + subject + ")",
        "is_list(" + subject + "), length(" + subject + ") > 1",
        "is_atom(" + subject + "); is_tuple(" + subject + ")",
        subject + " > 1",
        "hd(" + subject + ") =:= 1",
        subject + " + 1 > 2; is_binary(" + subject + ")",
        "element(1, " + subject + ") == a",
        "not is_map(" + subject + ") andalso is_number(" + subject + ")");
  }

  /** The same, and others for modules that have a record {@code r} with a field {@code a}. */
  static List<String> withRecord(String subject) {
    Stream<String> others =
        Stream.of(
            "is_record(" + subject + ", r)",
            "map_size(" + subject + ") > 0",
            "(" + subject + ")#r.a =:= 1",
            "byte_size(" + subject + ") rem 2 =:= 1");
    return Stream.concat(of(subject).stream(), others).toList();
  }
}

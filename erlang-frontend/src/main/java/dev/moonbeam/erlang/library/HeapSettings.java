package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.TermMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code process_flag} and {@code spawn_opt} tell the garbage collector of OTP about a process
 * (see {@code erlang:process_flag/2}): checked, kept and shown again by {@code process_info}, and
 * without effect, since a process has no heap of its own here.
 */
record HeapSettings(
    long minHeap,
    long minBinaries,
    TermMap maxHeap,
    long fullsweepAfter,
    Atom queueData,
    long savedCalls) {
  private static final Atom SIZE = Atom.of("size");
  private static final Atom KILL = Atom.of("kill");
  private static final Atom ERROR_LOGGER = Atom.of("error_logger");
  private static final Atom ON_HEAP = Atom.of("on_heap");
  private static final Atom OFF_HEAP = Atom.of("off_heap");
  private static final long MOST_FULLSWEEP = 65_535;
  private static final long MOST_SAVED = 10_000;

  /** No heap begins larger than this: it would be allocated. */
  private static final long MOST_AT_FIRST = 1L << 31;

  /** No heap may grow larger than this. */
  private static final long MOST_WORDS = 1L << 59;

  /** Heaps grow by the sum of the two sizes before up to this size, by a fifth from it on. */
  private static final long LAST_SUM = 833_026;

  /** Those of a new process. */
  static final HeapSettings USUAL =
      new HeapSettings(
          233,
          46_422,
          TermMap.of(ERROR_LOGGER, Atom.TRUE, KILL, Atom.TRUE, SIZE, 0L),
          MOST_FULLSWEEP,
          ON_HEAP,
          0);

  static HeapSettings of(Process process) {
    return process.settings() instanceof HeapSettings settings ? settings : USUAL;
  }

  /** The value of that flag; null when there is no such flag. */
  @Nullable Object get(String flag) {
    return switch (flag) {
      case "min_heap_size" -> minHeap;
      case "min_bin_vheap_size" -> minBinaries;
      case "max_heap_size" -> maxHeap;
      case "fullsweep_after" -> fullsweepAfter;
      case "message_queue_data" -> queueData;
      case "save_calls" -> savedCalls;
      default -> null;
    };
  }

  /** These with another value of that flag; null when the value cannot be, or there is no flag. */
  @Nullable HeapSettings with(String flag, Object value) {
    long number = value instanceof Long n ? n : -1;
    return switch (flag) {
      case "min_heap_size" ->
          number < 0 || number > MOST_AT_FIRST
              ? null
              : withMinHeap(heapSize(number, USUAL.minHeap));
      case "min_bin_vheap_size" ->
          number < 0 || number > MOST_AT_FIRST
              ? null
              : withMinBinaries(heapSize(number, USUAL.minBinaries));
      case "max_heap_size" -> withMaxHeap(value);
      case "fullsweep_after" ->
          number < 0 ? null : withFullsweep(number > MOST_FULLSWEEP ? 0 : number);
      case "message_queue_data" ->
          value == ON_HEAP || value == OFF_HEAP ? withQueueData((Atom) value) : null;
      case "save_calls" -> number < 0 || number > MOST_SAVED ? null : withSavedCalls(number);
      default -> null;
    };
  }

  /** The next size that a heap of OTP has, from a smallest one on. */
  private static long heapSize(long words, long least) {
    long before = 12;
    long size = 38;
    while (size < words || size < least) {
      long next = size < LAST_SUM ? before + size + 1 : size + size / 5;
      before = size;
      size = next;
    }
    return size;
  }

  private @Nullable HeapSettings withMaxHeap(Object value) {
    @Nullable Object size = value;
    Object kill = Atom.TRUE;
    Object log = Atom.TRUE;
    if (value instanceof TermMap map) {
      size = map.get(SIZE);
      kill = orTrue(map.get(KILL));
      log = orTrue(map.get(ERROR_LOGGER));
    }
    if (!(size instanceof Long words)
        || words != 0 && words < minHeap
        || words >= MOST_WORDS
        || !isBoolean(kill)
        || !isBoolean(log)) {
      return null;
    }
    TermMap checked = TermMap.of(ERROR_LOGGER, log, KILL, kill, SIZE, size);
    return new HeapSettings(minHeap, minBinaries, checked, fullsweepAfter, queueData, savedCalls);
  }

  private static Object orTrue(@Nullable Object value) {
    return value == null ? Atom.TRUE : value;
  }

  private static boolean isBoolean(Object value) {
    return value == Atom.TRUE || value == Atom.FALSE;
  }

  private HeapSettings withMinHeap(long words) {
    return new HeapSettings(words, minBinaries, maxHeap, fullsweepAfter, queueData, savedCalls);
  }

  private HeapSettings withMinBinaries(long words) {
    return new HeapSettings(minHeap, words, maxHeap, fullsweepAfter, queueData, savedCalls);
  }

  private HeapSettings withFullsweep(long collections) {
    return new HeapSettings(minHeap, minBinaries, maxHeap, collections, queueData, savedCalls);
  }

  private HeapSettings withQueueData(Atom place) {
    return new HeapSettings(minHeap, minBinaries, maxHeap, fullsweepAfter, place, savedCalls);
  }

  private HeapSettings withSavedCalls(long calls) {
    return new HeapSettings(minHeap, minBinaries, maxHeap, fullsweepAfter, queueData, calls);
  }
}

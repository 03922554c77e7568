package dev.moonbeam.core.process;

/**
 * Figures of a node.
 *
 * @param reductions used by all its processes, exact when none runs
 * @param allocatedBytes charged to its processes, in whole samples
 * @param liveBytes estimate of what they hold
 * @param started processes started so far
 * @param processes processes alive now
 * @param mostProcesses the most that were alive at once
 * @param forcedCollections garbage collections asked for to verify the memory limit
 */
public record Statistics(
    long reductions,
    long allocatedBytes,
    long liveBytes,
    long started,
    int processes,
    int mostProcesses,
    int forcedCollections) {}

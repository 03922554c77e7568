package dev.moonbeam.core.process;

/** Priority of a process, as in {@code process_flag(priority, Level)}. */
public enum Priority {
  LOW,
  NORMAL,
  HIGH,
  MAX
}

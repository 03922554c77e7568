package dev.moonbeam.core.code;

import java.io.Serializable;

/**
 * What the line numbers in a module's code stand for, where a language gives some calls numbers
 * behind the last line of its source to tell those of one line apart. It is the module's attribute
 * {@code CoreModule.LINE_TABLE}; {@link GeneratedCode#sourceLine} asks it.
 */
public interface LineTable extends Serializable {
  /** The source line that a number in the code stands for: itself where it is one. */
  int line(int number);
}

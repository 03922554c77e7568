/** What the compiler says of wrong modules, beside what {@code erlc} says. */
@NullMarked
package dev.moonbeam.tests.messages;

import org.jspecify.annotations.NullMarked;

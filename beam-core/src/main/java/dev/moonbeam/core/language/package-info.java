/** What a frontend gives to the core. Start at {@link dev.moonbeam.core.language.Language}. */
@NullMarked
package dev.moonbeam.core.language;

import org.jspecify.annotations.NullMarked;

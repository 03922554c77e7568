/**
 * What a script may use up ({@link ResourceLimits}) and reach ({@link Capability}, {@link
 * HostAccess}), put together in a {@link SandboxPolicy}. Start at {@link SandboxPolicy}.
 */
@NullMarked
package dev.moonbeam.policy;

import org.jspecify.annotations.NullMarked;

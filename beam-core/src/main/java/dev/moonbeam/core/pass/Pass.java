package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;

/** One step of the pipeline: module in, module out; no other effect. */
interface Pass {
  /** Name for {@code --dump=NAME}. */
  String name();

  CoreModule run(CoreModule module);
}

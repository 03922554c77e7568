package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.IrPrinter;
import dev.moonbeam.core.ir.Linter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The passes, in order: a list to be read. */
public final class PassPipeline {
  private final List<Pass> passes;

  private PassPipeline(List<Pass> passes) {
    this.passes = passes;
  }

  /**
   * The way from what a frontend gives to what code generation takes.
   *
   * @param metering whether reductions and allocation are counted
   * @param specialise whether loops get a copy that runs unboxed
   */
  public static PassPipeline standard(boolean metering, boolean specialise) {
    List<Pass> passes = new ArrayList<>();
    passes.add(new LiftReceive());
    passes.add(new Closures());
    passes.add(new Match());
    passes.add(new Fold(2));
    passes.add(new Normalize());
    passes.add(new ListTails());
    passes.add(new TailCalls());
    passes.add(new MatchContexts());
    passes.add(new Types());
    if (metering) {
      passes.add(new Meter());
    }
    passes.add(new LinearRecursion());
    if (specialise) {
      passes.add(new Specialise());
    }
    passes.add(new Split());
    return new PassPipeline(passes);
  }

  /**
   * Runs every pass; {@code dump}, when there is one, gets each pass's name and the module printed
   * after it.
   */
  public CoreModule run(
      CoreModule module, boolean lint, @Nullable BiConsumer<String, String> dump) {
    CoreModule result = module;
    if (lint) {
      Linter.check(result, "lowering");
    }
    for (Pass pass : passes) {
      result = pass.run(result);
      if (lint) {
        Linter.check(result, pass.name());
      }
      if (dump != null) {
        dump.accept(pass.name(), IrPrinter.print(result));
      }
    }
    return result;
  }

  /** Names of the passes, for {@code --dump=NAME}. */
  public List<String> names() {
    return passes.stream().map(Pass::name).toList();
  }
}

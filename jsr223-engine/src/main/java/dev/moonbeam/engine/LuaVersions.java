package dev.moonbeam.engine;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.Version;
import org.jspecify.annotations.Nullable;

/** The versions of a {@link LuaState}, which is made when it is first wanted. */
final class LuaVersions implements Versions {
  private @Nullable LuaState state;

  LuaVersions() {}

  private LuaVersions(LuaState state) {
    this.state = state;
  }

  @Override
  public void attach(Process process) {
    if (state == null) {
      process.languageState = null;
      state = LuaState.of(process);
    } else if (process.languageState != state) {
      state.attach(process);
    }
  }

  private LuaState state(Process process) {
    attach(process);
    return LuaState.of(process);
  }

  @Override
  public Object present(Process process) {
    return state(process).present();
  }

  @Override
  public void goTo(Process process, Object version) {
    state(process).goBack(process, (Version) version);
  }

  @Override
  public Object begin(Process process) {
    return state(process).begin(process);
  }

  @Override
  public void end(Process process, Object before) {
    state(process).end((Version) before);
  }

  @Override
  public Versions fork(Process process) {
    return new LuaVersions(state(process).fork(process));
  }
}

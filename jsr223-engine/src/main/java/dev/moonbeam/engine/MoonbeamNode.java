package dev.moonbeam.engine;

import dev.moonbeam.cache.CompiledScript;
import dev.moonbeam.cache.LoadedScripts;
import dev.moonbeam.cache.ScriptCache;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.HostResources;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.process.NodeSurroundings;
import dev.moonbeam.core.process.OutputSink;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Statistics;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.erlang.syntax.SourceText;
import dev.moonbeam.policy.Capability;
import dev.moonbeam.policy.Limit;
import dev.moonbeam.policy.SandboxPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.script.ScriptEngine;
import org.jspecify.annotations.Nullable;

/**
 * One sandbox: processes, modules, registered names and a policy. Lua and Erlang on one node see
 * each other's processes and values; nodes share nothing but immutable code.
 *
 * <p>Safe for use by several threads. {@link #close} ends everything that runs on it; a node that
 * is dropped without is collected with all its processes.
 */
public final class MoonbeamNode implements AutoCloseable {
  private final Node core;
  private final ScriptCache cache;
  private final CompileOptions compileOptions;
  private final LoadedScripts scripts;
  private final String fingerprint;
  private @Nullable Session lua;
  private @Nullable Session erlang;

  MoonbeamNode(
      Node core,
      ScriptCache cache,
      InputStream input,
      List<Path> modulePath,
      List<Path> includePath,
      Map<String, String> defines) {
    this.core = core;
    this.cache = cache;
    this.compileOptions =
        new CompileOptions(
            List.of(),
            includePath.stream().map(Path::toString).toList(),
            defines,
            true,
            core.policy().limit(Limit.SOURCE),
            _ -> {},
            new NodeSurroundings(core));
    this.scripts = new LoadedScripts(core.code(), LoadedScripts.STANDARD_WEIGHT);
    this.fingerprint = core.policy().fingerprint();
    new HostResources(input, modulePath, includePath, defines).lendTo(core);
    if (core.policy().grants(Capability.LOAD_MODULES) && !modulePath.isEmpty()) {
      core.code().setAutoloader(new ModulePath(this, core.language("erlang"), modulePath));
    }
  }

  // ---------------------------------------------------------------- sessions

  /** The node's own session for Lua. */
  public synchronized Session lua() {
    Session present = lua;
    if (present == null) {
      present = newSession("lua");
      lua = present;
    }
    return present;
  }

  /** The node's own session for Erlang. */
  public synchronized Session erlang() {
    Session present = erlang;
    if (present == null) {
      present = newSession("erlang");
      erlang = present;
    }
    return present;
  }

  /** A further session, with variables and a process of its own. */
  public Session newSession(String language) {
    return newSession(language, core.output());
  }

  /** A state with nothing in it but the library, in a process of its own. */
  public ScriptState newState(String language) {
    return newSession(language).state();
  }

  Session newSession(String language, OutputSink output) {
    Language found = core.language(language);
    if (found == null) {
      throw new IllegalArgumentException("no language '" + language + "' here");
    }
    return new Session(this, found, output);
  }

  // ---------------------------------------------------------------- modules

  /**
   * Compiles a module and makes it current. Processes that run the version before go on with it
   * until they make a fully qualified call; a version older than that is purged. A source that does
   * not compile leaves everything as it was.
   *
   * @return the module's name
   * @throws ScriptFailure when it does not compile, or is no module
   */
  public String load(String name, String source) {
    return String.valueOf(erlang().eval(name, source));
  }

  /** As {@link #load(String, String)}, from a file. */
  public String load(Path file) throws IOException {
    return load(file.toString(), SourceText.decode(Files.readAllBytes(file)));
  }

  /** Calls an exported function of a module. */
  public @Nullable Object call(String module, String function, @Nullable Object... arguments) {
    return erlang().call(module + ":" + function, arguments);
  }

  /**
   * Calls an exported function as a program: as a process on the node's own threads, which waits
   * for messages at no cost, while this thread waits for its end. {@link #call} runs on this
   * thread, which is right for calls that are short.
   */
  public @Nullable Object run(String module, String function, @Nullable Object... arguments) {
    return erlang().runProcess(module + ":" + function, arguments);
  }

  /** Whether a module has an exported function of that name and arity. */
  public boolean exports(String module, String function, int arity) {
    return erlang().hasFunction(module + ":" + function, arity);
  }

  String load(CompiledScript module) {
    return core.code().load(module.module()).compiled().name();
  }

  /** The scripts of a folder, loaded now; see {@link ScriptDirectory} for when they change. */
  public ScriptDirectory scripts(Path folder, ScriptDirectory.Listener listener) {
    ScriptDirectory directory = new ScriptDirectory(this, folder, listener);
    directory.refresh();
    return directory;
  }

  // ---------------------------------------------------------------- processes

  /** A process for the host, to which scripts can send. */
  public Inbox inbox() {
    return new Inbox(erlang());
  }

  /** Sends a message to a process; to one that has ended nothing happens, as in Erlang. */
  public void send(Pid to, @Nullable Object message) {
    erlang().send(to, message);
  }

  /** Starts a process that runs an exported function. */
  public Pid spawn(String module, String function, @Nullable Object... arguments) {
    Object pid =
        call("erlang", "spawn", Atom.of(module), Atom.of(function), Arrays.asList(arguments));
    return (Pid) pid;
  }

  /** Sends an exit signal ({@code exit/2}); the reason {@code kill} cannot be trapped. */
  public void exit(Pid pid, Object reason) {
    call("erlang", "exit", pid, reason);
  }

  public boolean isAlive(Pid pid) {
    return core.processes().stream().anyMatch(process -> process.pid().equals(pid));
  }

  /** The processes that are there now. */
  public List<Pid> processes() {
    return core.processes().stream().map(Process::pid).toList();
  }

  /** A supervisor to be started, which registers itself under that name. */
  public Supervisor supervisor(String name) {
    return new Supervisor(this, name);
  }

  /** The process registered under a name. */
  public Optional<Pid> whereis(String name) {
    return Optional.ofNullable(core.whereis(Atom.of(name)));
  }

  // ---------------------------------------------------------------- the node itself

  public SandboxPolicy policy() {
    return core.policy();
  }

  /** What its scripts have used so far. */
  public Statistics statistics() {
    return core.statistics();
  }

  /**
   * Ends all its processes and frees what they hold. Evaluations under way end with a {@link
   * ScriptFailure}.
   */
  @Override
  public void close() {
    core.close();
  }

  Node core() {
    return core;
  }

  ScriptCache cache() {
    return cache;
  }

  /**
   * A {@code javax.script} engine on this node, which sees its processes and is bound by its
   * policy.
   */
  public ScriptEngine scriptEngine(String language) {
    return new MoonbeamScriptEngine(MoonbeamScriptEngineFactory.of(language), this, false);
  }

  LoadedScripts scripts() {
    return scripts;
  }

  String fingerprint() {
    return fingerprint;
  }

  /** How sources for this node are compiled. */
  CompileOptions compileOptions() {
    return compileOptions;
  }
}

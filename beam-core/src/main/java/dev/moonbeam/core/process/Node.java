package dev.moonbeam.core.process;

import dev.moonbeam.core.code.CodeServer;
import dev.moonbeam.core.code.ExternalFun;
import dev.moonbeam.core.code.GeneratedCode;
import dev.moonbeam.core.code.LoadedModule;
import dev.moonbeam.core.code.LoaderNames;
import dev.moonbeam.core.code.ModuleFun;
import dev.moonbeam.core.code.NodeCodeServer;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.policy.Limit;
import dev.moonbeam.policy.ResourceLimits;
import dev.moonbeam.policy.SandboxPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One sandbox: process table, names, code server, timers, output, policy. Nodes share nothing but
 * immutable code.
 *
 * <p>Safe for use by several threads. {@link #close} ends everything at once; a node that is
 * dropped without it is collected, processes and threads included, once none of its processes runs.
 */
public final class Node implements AutoCloseable {
  /** Reductions of one slice. */
  static final int SLICE = 4_000;

  private static final long FIRST_PID = 80;

  private final SandboxPolicy policy;
  private final List<Language> languages;
  private final OutputSink output;
  private final OutputSink errorOutput;
  private final int sliceLength;
  private final Schedulers schedulers;
  private final ProcessTable processes = new ProcessTable();
  private final ConcurrentHashMap<Atom, Pid> names = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Ref, Process> aliases = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Object, Object> properties = new ConcurrentHashMap<>();
  private final Timers timers = new Timers();
  private final LiveHeap liveHeap;
  private final CodeServer code;
  private final CrashReports crashes;
  private final AtomicLong nextPid = new AtomicLong(FIRST_PID);
  private final AtomicLong nextReference = new AtomicLong(1L << 36);
  private final AtomicLong spentByEnded = new AtomicLong();
  private final AtomicLong started = new AtomicLong();
  private volatile boolean closed;

  private Node(Builder builder) {
    this.policy = builder.policy;
    this.languages = builder.languages();
    this.output = builder.output;
    this.errorOutput = builder.errorOutput;
    this.sliceLength = builder.sliceLength;
    this.schedulers = new Schedulers(builder.schedulers);
    this.liveHeap = new LiveHeap(policy.limit(Limit.MEMORY));
    this.code = new NodeCodeServer(this);
    this.crashes = new CrashReports(errorOutput);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A node of its own with that policy, all languages found, and no output. */
  public static Node of(SandboxPolicy policy) {
    return builder().policy(policy).build();
  }

  public SandboxPolicy policy() {
    return policy;
  }

  public CodeServer code() {
    return code;
  }

  public List<Language> languages() {
    return languages;
  }

  /** The language of that id. */
  public @Nullable Language language(String id) {
    for (Language language : languages) {
      if (language.id().equals(id)) {
        return language;
      }
    }
    return null;
  }

  /**
   * The language of the script's frame innermost on this thread's stack; the process's own when
   * there is none.
   */
  Language languageHere(Process process) {
    GeneratedCode here = Where.code();
    Language language = here == null ? null : language(here.compiled().language());
    return language == null ? process.language() : language;
  }

  /**
   * The language of a function that a process is to run: its module's, else that of whoever asks
   * for it.
   */
  Language languageOf(Process parent, Fun function) {
    String id =
        switch (function) {
          case ModuleFun fun -> fun.loader().compiled().language();
          case ExternalFun fun when code.current(fun.module()) instanceof LoadedModule module ->
              module.compiled().language();
          default -> "";
        };
    Language found = id.isEmpty() ? null : language(id);
    return found == null ? parent.language() : found;
  }

  /** What the processes of this node print to unless told otherwise. */
  public OutputSink output() {
    return output;
  }

  /** Where error reports go. */
  public OutputSink errorOutput() {
    return errorOutput;
  }

  /**
   * What a language or library keeps for this node (tables, registries), under a key of its own.
   */
  public ConcurrentHashMap<Object, Object> properties() {
    return properties;
  }

  int sliceLength() {
    return sliceLength;
  }

  Schedulers schedulers() {
    return schedulers;
  }

  /** How many processes run at once. */
  public int schedulerCount() {
    return schedulers.count();
  }

  Timers timers() {
    return timers;
  }

  LiveHeap liveHeap() {
    return liveHeap;
  }

  ConcurrentHashMap<Ref, Process> aliases() {
    return aliases;
  }

  /** A reference that was not made before on this node. */
  public Ref nextReference() {
    return new Ref(nextReference.getAndIncrement());
  }

  // ---------------------------------------------------------------- evaluating

  /**
   * Runs {@code body} as a process of its own, right on this thread, and gives its result. What it
   * starts may live on.
   *
   * @throws Raise what the script did not catch
   * @throws Kill when a limit or an exit signal ended it
   */
  public Object evaluate(Process.Body body) {
    return evaluate(output, body);
  }

  /** As {@link #evaluate(Process.Body)}, printing to {@code output}. */
  public Object evaluate(OutputSink output, Process.Body body) {
    try (HostProcess process = host(output)) {
      return process.evaluate(body);
    }
  }

  /**
   * A process that evaluates what the host asks for, one thing after the other, and lives until it
   * is closed.
   */
  public HostProcess host(OutputSink output) {
    return host(defaultLanguage(), output);
  }

  /** As {@link #host(OutputSink)}, for evaluations in that language. */
  public HostProcess host(Language language, OutputSink output) {
    return new HostProcess(this, language, output);
  }

  /**
   * Runs a function as a process on the node's own threads and waits for its end. Unlike {@link
   * #evaluate} it can wait for messages without keeping a thread of the host: right for programs
   * rather than for expressions.
   *
   * @throws InterruptedException when this thread is interrupted; the process is killed then
   */
  public Object run(Fun function, Object... arguments) throws InterruptedException {
    return run(defaultLanguage(), output, (_, raise) -> raise, function, arguments);
  }

  /**
   * As {@link #run(Fun, Object...)}.
   *
   * @param language whose rules hold where no script's frame says otherwise
   * @param failed makes, still within the process, what is thrown for an exception that was not
   *     caught
   */
  public Object run(
      Language language,
      OutputSink output,
      BiFunction<Process, Raise, ? extends RuntimeException> failed,
      Fun function,
      Object... arguments)
      throws InterruptedException {
    CompletableFuture<Object> end = new CompletableFuture<>();
    Process process = create(new Account(this), output, language);
    process.extension().completion =
        (result, failure) -> {
          try {
            if (failure == null) {
              end.complete(result == null ? Atom.OK : process.firstOf(result));
            } else {
              end.completeExceptionally(
                  failure instanceof Raise raise ? failed.apply(process, raise) : failure);
            }
          } catch (Kill kill) {
            end.completeExceptionally(kill);
          }
        };
    process.prepare(function, arguments);
    process.start(null);
    try {
      return end.get();
    } catch (InterruptedException e) {
      process.deliver(new Signal.Exit(process.pid(), Atom.KILL, false), null);
      throw e;
    } catch (ExecutionException e) {
      throw Segment.sneaky(e.getCause());
    }
  }

  /** Starts a process from outside, with an account of its own. */
  public Pid spawn(Fun function, Object... arguments) {
    Process process = create(new Account(this), output, defaultLanguage());
    process.prepare(function, arguments);
    process.start(null);
    return process.pid();
  }

  Language defaultLanguage() {
    return languages.isEmpty() ? NoLanguage.INSTANCE : languages.getFirst();
  }

  /** Makes a process and enters it into the table; it does not run yet. */
  Process create(Account account, OutputSink output, Language language) {
    return create(account, output, language, policy.limit(Limit.PROCESSES));
  }

  /**
   * As {@link #create}, for the host: scripts that have made as many processes as they may must not
   * keep it out.
   */
  Process createHosted(Account account, OutputSink output, Language language) {
    return create(account, output, language, ResourceLimits.UNLIMITED);
  }

  private Process create(Account account, OutputSink output, Language language, long limit) {
    Process process =
        new Process(this, new Pid(nextPid.getAndIncrement()), account, output, language);
    if (closed) {
      throw new Kill("the node is closed", Atom.of("node_closed"));
    }
    if (!processes.add(process, limit)) {
      LimitExceeded kill = Limits.exceeded(Limit.PROCESSES, limit, Where.now());
      account.fail(kill);
      throw kill;
    }
    account.join();
    started.incrementAndGet();
    if (closed) {
      // Whoever closed the node may have gone through its processes before this one was there.
      process.deliver(new Signal.Exit(process.pid(), Atom.KILL, false), null);
    }
    return process;
  }

  void remove(Process process) {
    processes.remove(process);
    process.account().leave();
    spentByEnded.addAndGet(process.reductionsUsed());
  }

  /** Wakes all processes of a group so that they notice its end. */
  void wakeAll(Account account) {
    for (Process process : processes.all()) {
      if (process.account() == account) {
        process.deliver(new Signal.Wake(), null);
        Hosting.interrupt(process);
      }
    }
  }

  // ---------------------------------------------------------------- names and pids

  /** The process registered under that name, or null. */
  public @Nullable Pid whereis(Atom name) {
    return names.get(name);
  }

  /** register/2; false when the name is taken, the process has a name or has ended. */
  public boolean register(Atom name, Pid pid) {
    if (!(pid.target instanceof Process process) || process.node() != this) {
      return false;
    }
    synchronized (names) {
      Extension extension = process.extension();
      if (extension.name != null || names.putIfAbsent(name, pid) != null) {
        return false;
      }
      extension.name = name;
    }
    if (!process.isAlive()) {
      names.remove(name, pid);
      return false;
    }
    return true;
  }

  /** unregister/1; false when there was no such name. */
  public boolean unregister(Atom name) {
    synchronized (names) {
      Pid pid = names.remove(name);
      if (pid != null
          && pid.target instanceof Process process
          && process.extension instanceof Extension extension) {
        extension.name = null;
      }
      return pid != null;
    }
  }

  void unregister(Atom name, Pid pid) {
    names.remove(name, pid);
  }

  /** All registered names. */
  public List<Atom> registered() {
    return new ArrayList<>(names.keySet());
  }

  /** The processes that are there now, in order of their pids. */
  public List<Process> processes() {
    List<Process> all = processes.all();
    all.sort((a, b) -> Long.compare(a.pid().number(), b.pid().number()));
    return all;
  }

  public int processCount() {
    return processes.size();
  }

  /** What that process does now, as Erlang calls it; null when it has ended. */
  public @Nullable Atom statusOf(Pid pid) {
    return pid.target instanceof Process process ? process.status() : null;
  }

  /** The pid of that number if its process is there now. */
  public @Nullable Pid pid(long number) {
    for (Process process : processes.all()) {
      if (process.pid().number() == number) {
        return process.pid();
      }
    }
    return null;
  }

  // ---------------------------------------------------------------- ends

  /**
   * The language that raised it words the reason; that of the process where no script's frame is
   * recorded.
   */
  Object exitReason(Process process, Raise raise) {
    for (StackTraceElement frame : raise.getStackTrace()) {
      GeneratedCode code = LoaderNames.of(frame);
      Language raised = code == null ? null : language(code.compiled().language());
      if (raised != null) {
        return raised.exitReason(process, raise);
      }
    }
    return process.language().exitReason(process, raise);
  }

  void crashed(Process process, Object reason, Raise raise) {
    crashes.report(process, reason, raise);
  }

  void internalError(Process process, Throwable error) {
    crashes.internal(process, error);
  }

  public boolean isClosed() {
    return closed;
  }

  /** Figures of this node so far. */
  public Statistics statistics() {
    long reductions = spentByEnded.get();
    List<Process> all = processes.all();
    for (Process process : all) {
      reductions += process.reductionsUsed();
    }
    return new Statistics(
        reductions,
        liveHeap.allocated(),
        liveHeap.live(),
        started.get(),
        all.size(),
        processes.most(),
        liveHeap.forcedCollections());
  }

  /** Kills all processes and frees what they hold. */
  @Override
  public void close() {
    closed = true;
    for (Process process : processes.all()) {
      process.deliver(new Signal.Exit(process.pid(), Atom.KILL, false), null);
    }
    timers.clear();
    schedulers.close();
  }

  /** Makes nodes. */
  public static final class Builder {
    private SandboxPolicy policy = SandboxPolicy.standard();
    private OutputSink output = OutputSink.none();
    private OutputSink errorOutput = OutputSink.none();
    private int schedulers = Runtime.getRuntime().availableProcessors();
    private int sliceLength = SLICE;
    private @Nullable List<Language> languages;

    private Builder() {}

    public Builder policy(SandboxPolicy policy) {
      this.policy = policy;
      return this;
    }

    public Builder output(OutputSink output) {
      this.output = output;
      return this;
    }

    public Builder errorOutput(OutputSink errorOutput) {
      this.errorOutput = errorOutput;
      return this;
    }

    /** How many processes may run at once; the available processors by default. */
    public Builder schedulers(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("schedulers must be positive: " + count);
      }
      this.schedulers = count;
      return this;
    }

    /** Reductions between looks at signals and limits. For tests: 1 preempts everywhere. */
    public Builder sliceLength(int reductions) {
      if (reductions < 1) {
        throw new IllegalArgumentException("slice must be positive: " + reductions);
      }
      this.sliceLength = reductions;
      return this;
    }

    /** The languages that the node knows; those found by ServiceLoader by default. */
    public Builder languages(List<Language> languages) {
      this.languages = List.copyOf(languages);
      return this;
    }

    private List<Language> languages() {
      return languages != null ? languages : Installed.LANGUAGES;
    }

    public Node build() {
      return new Node(this);
    }
  }

  /** Found once a JVM: languages are stateless. */
  private static final class Installed {
    static final List<Language> LANGUAGES =
        ServiceLoader.load(Language.class, Language.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
  }
}

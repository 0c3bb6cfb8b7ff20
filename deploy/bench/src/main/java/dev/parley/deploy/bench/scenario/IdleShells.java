package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.session.Crew;
import dev.parley.deploy.bench.session.Door;
import dev.parley.deploy.bench.session.Parallel;
import dev.parley.deploy.bench.session.Roster;
import dev.parley.deploy.bench.shell.Shell;
import dev.parley.deploy.bench.shell.Shells;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Idle people at the ssh door, each at a prompt with a line editor. Their accounts are registered
/// at a door of lines.
public final class IdleShells implements IdleConnections {

  private static final int LOGINS_AT_A_TIME = 16;
  private static final int ASKED_AT_A_TIME = 64;
  private static final long ANSWER_SECONDS = 30;

  private final Violations violations;
  private final Crew crew;
  private final Shells shells;
  private final String text;
  private final List<Shell> open = new ArrayList<>();
  private final AtomicInteger reached = new AtomicInteger();
  private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();

  /// Starts with none.
  ///
  /// @param site where the ssh door is
  /// @param lines where accounts are registered
  /// @param violations takes broken promises
  public IdleShells(Site site, Door lines, Violations violations) {
    this.violations = violations;
    this.crew = new Crew(lines, Roster.at(site.clock().millis()), 1);
    this.shells = new Shells(site.door());
    this.text = "broadcast of " + crew.roster().run();
  }

  @Override
  public void enlist(int count) {
    int first = size();
    crew.register(count);
    Shell[] opened = new Shell[count];
    Crew.await(
        Parallel.forEach(
            count,
            LOGINS_AT_A_TIME,
            i -> CompletableFuture.runAsync(() -> opened[i] = open(first + i), waiting)));
    open.addAll(Arrays.asList(opened));
  }

  @Override
  public int size() {
    return open.size();
  }

  @Override
  public void askAll() {
    Crew.await(Parallel.forEach(size(), ASKED_AT_A_TIME, this::ask));
  }

  @Override
  public void broadcast() {
    type(open.getFirst(), "/broadcast " + text);
  }

  @Override
  public int reached() {
    return reached.get();
  }

  @Override
  public void close() {
    waiting.close();
    shells.close();
    crew.close();
  }

  private Shell open(int member) {
    String handle = crew.roster().handle(member);
    Shell shell = shells.open(member, handle, crew.roster().password());
    if (member > 0) { // The first one sees itself type it.
      shell
          .await(text)
          .thenRun(() -> {
            reached.incrementAndGet();
            shell.await(text).thenRun(() -> violations.add(handle + ": the broadcast came twice"));
          });
    }
    return shell;
  }

  private CompletableFuture<Void> ask(int member) {
    String handle = crew.roster().handle(member);
    Shell shell = open.get(member);
    CompletableFuture<Void> answered = shell.await("ping " + handle + " online");
    type(shell, "/ping " + handle);
    return answered
        .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
        .exceptionally(failure -> {
          violations.add(handle + ": no answer" + (shell.isOpen() ? "" : ", the shell is closed"));
          return null;
        });
  }

  private static void type(Shell shell, String line) {
    try {
      shell.type(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

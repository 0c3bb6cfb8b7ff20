package dev.parley.deploy.bench.session;

import dev.parley.deploy.bench.connection.EventLoop;
import dev.parley.deploy.bench.line.ServerReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// The accounts of one scenario, each logged in on a connection of its own.
public final class Crew implements AutoCloseable {

  /// Most members of a scenario.
  public static final int MOST = 100_000;

  private static final Duration SET_UP_LIMIT = Duration.ofMinutes(10);
  private static final int REGISTRARS = 8;
  private static final int REGISTRATIONS_AT_A_TIME = 64;
  private static final int LOGINS_AT_A_TIME = 64;

  private final Door door;
  private final Roster roster;
  private final List<EventLoop> loops;
  private final List<ChatConnection> members = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private int registered;

  /// Starts the event loops; no account exists yet.
  ///
  /// @param door where to connect to
  /// @param roster names of the accounts
  /// @param loops number of event loops, which is threads
  public Crew(Door door, Roster roster, int loops) {
    this.door = door;
    this.roster = roster;
    this.loops = IntStream.range(0, loops).mapToObj(i -> EventLoop.start("bench-" + i)).toList();
  }

  /// Registers accounts and logs them in, after those that are there.
  ///
  /// @param count how many more
  /// @throws RefusedException if the server will not have it
  /// @throws ConnectionLostException if it breaks off
  public void enlist(int count) {
    if (door.kind() == Door.Kind.tcp) {
      register(count);
      await(open(count, "login"));
    } else {
      await(open(count, "register")); // Which logs in as well.
    }
  }

  /// {@return the logged-in connections; the index of a connection is the number of its member}
  public List<ChatConnection> members() {
    return members;
  }

  /// Brings a member's session to a new connection; at the ws door.
  ///
  /// @param member number of the member
  /// @param traffic takes what comes there, from the first event on
  /// @param conversation the conversation it has something of
  /// @param cursor seq up to which it has everything of that
  /// @return completes once the session goes on there
  public CompletableFuture<ServerReply.Done> resume(
      int member, Traffic traffic, String conversation, long cursor) {
    String command =
        "resume %s %s %s %d"
            .formatted(roster.handle(member), tokens.get(member), conversation, cursor);
    return open(member)
        .thenCompose(connection -> {
          connection.listen(traffic);
          return Patience.ask(connection, command);
        });
  }

  /// {@return the names of the accounts}
  public Roster roster() {
    return roster;
  }

  /// {@return the event loops}
  public List<EventLoop> loops() {
    return loops;
  }

  /// Waits for something of the set-up, up to ten minutes.
  ///
  /// @param <T> type of the result
  /// @param future what is waited for
  /// @return its result
  /// @throws RuntimeException what it failed with
  public static <T> T await(CompletableFuture<T> future) {
    try {
      return future.orTimeout(SET_UP_LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /// Closes all connections and loops.
  @Override
  public void close() {
    loops.forEach(EventLoop::close);
  }

  /// Registers accounts after those that are there, and logs nobody in; at a door of lines.
  ///
  /// @param count how many more
  /// @throws RefusedException if the server will not have it
  /// @throws ConnectionLostException if it breaks off
  public void register(int count) {
    await(registerAll(count));
  }

  private CompletableFuture<Void> registerAll(int count) {
    int first = registered;
    registered += count;
    ChatConnection[] registrars = new ChatConnection[Math.min(REGISTRARS, count)];
    return Parallel.forEach(
            registrars.length, REGISTRARS, i -> open(i).thenAccept(c -> registrars[i] = c))
        .thenCompose(_ ->
            Parallel.forEach(
                count,
                REGISTRATIONS_AT_A_TIME,
                i ->
                    Patience.ask(
                        registrars[i % registrars.length], command("register", first + i))))
        .thenRun(() -> Arrays.stream(registrars).forEach(c -> c.loop().execute(c::close)));
  }

  private CompletableFuture<Void> open(int count, String verb) {
    int first = members.size();
    ChatConnection[] opened = new ChatConnection[count];
    String[] given = new String[count];
    return Parallel.forEach(
            count,
            LOGINS_AT_A_TIME,
            i ->
                open(first + i)
                    .thenCompose(connection -> {
                      opened[i] = connection;
                      return Patience.ask(connection, command(verb, first + i));
                    })
                    .thenAccept(done -> given[i] = done.lastWord()))
        .thenRun(() -> {
          members.addAll(Arrays.asList(opened));
          tokens.addAll(Arrays.asList(given));
        });
  }

  private CompletableFuture<ChatConnection> open(int number) {
    return ChatConnection.open(loops.get(number % loops.size()), door, number);
  }

  private String command(String verb, int member) {
    return verb + " " + roster.handle(member) + " " + roster.password();
  }
}

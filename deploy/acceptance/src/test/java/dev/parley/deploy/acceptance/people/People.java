package dev.parley.deploy.acceptance.people;

import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.LineDoor;
import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.stack.Doors;
import dev.parley.deploy.acceptance.stack.RunningStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Makes the people of one test, and closes what they leave open.
public final class People implements AutoCloseable {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  /// A stack that runs already may know the people of an earlier run.
  private static final String RUN =
      RunningStack.ofProperties().isEmpty() ? "" : Long.toString(seconds(), 36) + "-";

  private final Doors stack;
  private final List<LineClient> connections = Collections.synchronizedList(new ArrayList<>());

  /// Makes none yet.
  ///
  /// @param stack where they live
  public People(Doors stack) {
    this.stack = stack;
  }

  /// {@return an account that nobody is logged in to}
  ///
  /// @param name the beginning of the handle
  public Person registered(String name) {
    return registered(unique(name), stack.tcp());
  }

  /// {@return an account that is logged in}
  ///
  /// @param name the beginning of the handle
  public Person online(String name) {
    return registered(name).login();
  }

  /// {@return an account that is logged in through the TLS door}
  ///
  /// @param name the beginning of the handle
  public Person onlineByTls(String name) {
    return registered(unique(name), stack.tls()).login();
  }

  /// {@return one of the accounts whose rate of messages is not limited, not logged in}
  ///
  /// @see BulkHandles
  public Person busy() {
    String password = password();
    String handle = BulkHandles.next();
    Reply reply = register(handle, password);
    // A stack that runs already may know some of them from an earlier run.
    while (reply.code().equals("name_taken")) {
      handle = BulkHandles.next();
      reply = register(handle, password);
    }
    return person(handle, password, stack.tcp(), reply);
  }

  /// {@return a new connection on which nobody is logged in}
  public LineClient stranger() {
    return connect(stack.tcp());
  }

  /// {@return a new connection on which nobody is logged in}
  ///
  /// @param door a door
  public LineClient connect(LineDoor door) {
    return keep(LineClient.open(door));
  }

  /// Sees to it that a connection is closed after the test.
  ///
  /// @param connection any
  /// @return the connection
  public LineClient keep(LineClient connection) {
    connections.add(connection);
    return connection;
  }

  /// {@return a name that nobody has}
  ///
  /// @param name its beginning
  public static String unique(String name) {
    return name + "-" + RUN + NUMBERS.incrementAndGet();
  }

  /// {@return a password that nobody else has}
  public static String password() {
    return "correct-horse-" + UUID.randomUUID();
  }

  /// {@return what all connections said}
  public String transcripts() {
    return List.copyOf(connections).stream()
        .map(LineClient::transcript)
        .collect(Collectors.joining("\n\n", "\n", ""));
  }

  @Override
  public void close() {
    List.copyOf(connections).forEach(LineClient::close);
  }

  private Person registered(String handle, LineDoor door) {
    String password = password();
    return person(handle, password, door, register(handle, password));
  }

  private Person person(String handle, String password, LineDoor door, Reply reply) {
    if (!reply.isOk()) {
      throw new AssertionError("no account " + handle + ": " + reply);
    }
    return new Person(handle, password, door, this::connect);
  }

  private Reply register(String handle, String password) {
    try (LineClient client = LineClient.open(stack.tcp())) {
      return client.ask("register %s %s".formatted(handle, password));
    }
  }

  private static long seconds() {
    return Duration.ofMillis(System.currentTimeMillis()).toSeconds();
  }
}

package dev.parley.deploy.acceptance.people;

import dev.parley.deploy.acceptance.line.Event;
import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.LineDoor;
import dev.parley.deploy.acceptance.line.MemberChange;
import dev.parley.deploy.acceptance.line.ReceivedMessage;
import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.traffic.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An account and the connection through which it is logged in at the moment, if any.
public final class Person {

  private final String handle;
  private final String password;
  private final LineDoor door;
  private final Function<LineDoor, LineClient> connections;
  private @Nullable LineClient client;

  Person(
      String handle, String password, LineDoor door, Function<LineDoor, LineClient> connections) {
    this.handle = handle;
    this.password = password;
    this.door = door;
    this.connections = connections;
  }

  /// {@return the handle, lower case}
  public String handle() {
    return handle;
  }

  /// {@return the password}
  public String password() {
    return password;
  }

  /// {@return handle and password}
  public Account account() {
    return new Account(handle, password);
  }

  /// {@return the present connection}
  ///
  /// @throws IllegalStateException if there is none
  public LineClient client() {
    if (client == null) {
      throw new IllegalStateException(handle + " is not logged in");
    }
    return client;
  }

  /// Logs in through the door of the stack that is not encrypted.
  ///
  /// @return this person
  public Person login() {
    login(door);
    return this;
  }

  /// Logs in, and takes the messages that waited.
  ///
  /// @param through a door
  /// @return the messages, as many as `* offline N` said, in the order in which they came
  public List<ReceivedMessage> login(LineDoor through) {
    return login(connections.apply(through), "login %s %s".formatted(handle, password));
  }

  /// Logs in on a connection in place of whatever session there is.
  ///
  /// @param connection an open connection without a login
  /// @return the messages that waited, as with [#login(LineDoor)]
  public List<ReceivedMessage> takeOver(LineClient connection) {
    return login(connection, "login %s %s takeover".formatted(handle, password));
  }

  /// Logs out in good order, and waits until the server has closed the connection.
  public void logout() {
    ask("logout");
    client().awaitClose();
    client = null;
  }

  /// Sends a command and waits for its reply.
  ///
  /// @param command the line; a person in it stands for the handle
  /// @return the reply
  public Reply ask(String command) {
    return client().ask(command);
  }

  /// Sends a direct message, which must be acknowledged.
  ///
  /// @param to the addressee
  /// @param text the text
  /// @return its position
  public long tell(Person to, String text) {
    return must("message " + to + " " + text).number();
  }

  /// Sends a message to a group, which must be acknowledged.
  ///
  /// @param group name without `#`
  /// @param text the text
  /// @return its position
  public long tellGroup(String group, String text) {
    return must("message group " + group + " " + text).number();
  }

  /// Sends a command that must succeed.
  ///
  /// @param command the line
  /// @return the reply
  public Reply must(String command) {
    Reply reply = ask(command);
    if (!reply.isOk()) {
      throw new AssertionError(handle + " was refused: " + reply + "\n" + client().transcript());
    }
    return reply;
  }

  /// Waits for a message of that text, wherever it was written.
  ///
  /// @param text the text
  /// @return the message
  public ReceivedMessage awaitMessage(String text) {
    Predicate<Event> wanted =
        event -> event.isMessage() && ReceivedMessage.of(event).text().equals(text);
    return ReceivedMessage.of(client().awaitEvent("the message \"" + text + "\"", wanted));
  }

  /// Waits for a change of a group.
  ///
  /// @param group name without `#`
  /// @param user whose membership changes
  /// @return the earliest change that was not waited for yet
  public MemberChange awaitMember(String group, Person user) {
    return awaitMember(group, user, "");
  }

  /// Waits for a change of a group.
  ///
  /// @param group name without `#`
  /// @param user whose membership changes
  /// @param change `added`, `joined`, `removed` or `left`; an empty string for any of them
  /// @return the earliest change that was not waited for yet
  public MemberChange awaitMember(String group, Person user, String change) {
    Predicate<Event> wanted =
        event ->
            event.isMember()
                && event.word(2).equals("#" + group)
                && event.word(5).equals(user.handle())
                && (change.isEmpty() || event.word(6).equals(change));
    return MemberChange.of(client().awaitEvent(user + " " + change + " in " + group, wanted));
  }

  /// Waits for an event with exactly these words.
  ///
  /// @param line the line
  public void awaitLine(String line) {
    client().awaitEvent(line, event -> event.line().equals(line));
  }

  /// {@return the messages that came and were not waited for, oldest first}
  public List<ReceivedMessage> unread() {
    return client().events().stream().filter(Event::isMessage).map(ReceivedMessage::of).toList();
  }

  /// {@return the handle, so that a person can stand in a format}
  @Override
  public String toString() {
    return handle;
  }

  private List<ReceivedMessage> login(LineClient connection, String command) {
    Reply reply = connection.ask(command);
    if (!reply.line().equals("+ok login " + handle)) {
      throw new AssertionError(
          handle + " cannot log in: " + reply + "\n" + connection.transcript());
    }
    client = connection;
    return missed();
  }

  private List<ReceivedMessage> missed() {
    Event offline = client().awaitEvent("* offline N", event -> event.kind().equals("offline"));
    List<ReceivedMessage> missed = new ArrayList<>();
    for (int left = Integer.parseInt(offline.word(2)); left > 0; left--) {
      missed.add(ReceivedMessage.of(client().awaitEvent("a missed message", Event::isMessage)));
    }
    return missed;
  }
}

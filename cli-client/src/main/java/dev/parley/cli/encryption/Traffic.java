package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.encryption.device.DeviceChanges;
import dev.parley.cli.encryption.device.Directory;
import dev.parley.cli.encryption.device.Joining;
import dev.parley.cli.encryption.device.OwnDevices;
import dev.parley.cli.encryption.device.Told;
import dev.parley.cli.encryption.device.TrustedLists;
import dev.parley.cli.encryption.key.Keyring;
import dev.parley.cli.encryption.text.Held;
import dev.parley.cli.encryption.text.Texts;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Stands between the server and whoever reads and writes: requests go out sealed, answers and
/// events come in opened, as the frames that they were. On the loop.
public final class Traffic {
  private final Keyring keyring;
  private final OwnDevices own;
  private final Directory directory;
  private final Switches switches;
  private final Outgoing outgoing;
  private final Incoming incoming;
  private final Answers answers;
  private final KeyRequests requests;

  /// Makes the traffic of an account.
  ///
  /// @param me the handle
  /// @param server as it is
  /// @param keyring keys of the account on this machine
  /// @param passphrase for requests about keys that have none
  /// @param clock the time
  /// @param sink takes every event, opened; those that this client tells itself as well
  public Traffic(
      String me,
      Server server,
      Keyring keyring,
      Optional<String> passphrase,
      InstantSource clock,
      Consumer<JsonNode> sink) {
    this.keyring = keyring;
    var lists = new TrustedLists(keyring);
    var told = new Told(this::told);
    var held = new Held();
    this.own = new OwnDevices(me, server, keyring, lists, told, clock);
    this.directory = new Directory(server, lists, told, clock);
    this.switches = new Switches(me, server);
    var texts = new Texts(me, keyring, lists, own, directory, clock);
    var parts = new Outgoing.Parts(lists, own, directory, switches, texts);
    this.incoming = new Incoming(me, server, keyring, parts, held, told, sink);
    var lookup = new Lookup(server, held, incoming);
    this.outgoing = new Outgoing(me, server, keyring, parts, lookup, told);
    this.answers = new Answers(me, keyring, incoming, parts, held, lookup);
    var joining = new Joining(me, server, keyring, lists, own, clock);
    var changes = new DeviceChanges(server, keyring, own, clock);
    this.requests =
        new KeyRequests(me, keyring, parts, joining, changes, outgoing, incoming, passphrase);
  }

  /// A connection serves the session, the first one or another.
  public void onLive() {
    switches.onLive();
    own.onLive();
    directory.onLive();
    incoming.onLive();
  }

  /// {@return whether a request is answered by this client}
  ///
  /// @param type of the request
  public boolean isOwn(String type) {
    return KeyRequests.knows(type);
  }

  /// Answers a request about keys.
  ///
  /// @param type one of [#isOwn]
  /// @param fields of the request
  /// @return the answer, without `type` and `id`; exceptionally
  ///   [dev.parley.cli.connection.RefusedException]
  public CompletableFuture<JsonNode> answer(String type, ObjectNode fields) {
    return requests.answer(type, fields);
  }

  /// {@return what the server gets of a request; exceptionally
  /// [dev.parley.cli.connection.RefusedException] where it must not leave}
  ///
  /// @param type of the request
  /// @param fields of the request, with or without `type` and `id`; not changed
  public CompletableFuture<ObjectNode> outgoing(String type, ObjectNode fields) {
    return outgoing.prepared(type, fields);
  }

  /// {@return an answer, opened}
  ///
  /// @param type of the request
  /// @param asked the request in clear
  /// @param sent what the server got of it
  /// @param answer of the server; may be changed
  public CompletableFuture<JsonNode> answered(
      String type, ObjectNode asked, ObjectNode sent, JsonNode answer) {
    return answers.opened(type, asked, sent, answer);
  }

  /// Takes an event of the server; the sink gets it, now or when it is opened.
  ///
  /// @param frame an object that is no answer
  public void event(JsonNode frame) {
    incoming.event(frame);
  }

  private void told(ObjectNode frame) {
    incoming.told(frame);
  }

  /// Writes what is not written yet, and lets others use the keys.
  public void close() {
    keyring.close();
  }
}

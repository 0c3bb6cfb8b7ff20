package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.encryption.key.Cost;
import dev.parley.cli.encryption.key.KeyFile;
import dev.parley.cli.encryption.key.Keyring;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.session.Session;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/// A terminal of somebody, with a key file of its own.
final class Client {
  static final String PASSPHRASE = "correct horse";

  final Traffic traffic;
  final List<JsonNode> seen = new ArrayList<>();
  private final Server server;
  private final String other;
  private int messages;

  /// The time of all clients; moved on by each that is sent.
  static Instant now = Instant.EPOCH;

  Client(FakeParley parley, String me, String other, Path folder) {
    Keyring keyring =
        new Keyring(
            new KeyFile(folder.resolve(me + ".keys"), new Cost(64, 1, 1)),
            Runnable::run,
            Runnable::run);
    Server raw = parley.of(me);
    this.traffic = new Traffic(me, raw, keyring, Optional.empty(), () -> now, seen::add);
    this.server = new SealedServer(raw, traffic);
    this.other = other;
    parley.clients.put(me, this);
  }

  JsonNode ask(String type, String json) {
    try {
      return server.ask(type, (ObjectNode) Frames.JSON.readTree(json)).join();
    } catch (CompletionException e) {
      throw Session.refusal(e);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  JsonNode makeKeys() {
    return ask("makeKeys", "{\"passphrase\":\"" + PASSPHRASE + "\"}");
  }

  /// {@return how its own device stands}
  String state() {
    return ask("encryption", "{}").path("state").asText();
  }

  /// {@return the refusal of a request}
  String refusalOf(String type, String json) {
    try {
      ask(type, json);
      throw new AssertionError("it was done");
    } catch (RefusedException e) {
      return e.code();
    }
  }

  /// Ends the program; the next one with the same keys begins with them locked.
  void close() {
    traffic.close();
  }

  JsonNode send(String text) {
    return ask(
        "send",
        "{\"to\":\"@%s\",\"text\":\"%s\",\"clientId\":\"m-%s-%d\"}"
            .formatted(other, text, other, messages++));
  }

  JsonNode history() {
    return ask("history", "{\"conversation\":\"@" + other + "\"}").path("messages");
  }

  /// {@return the refusal of a message}
  String refusal(String text) {
    try {
      send(text);
      throw new AssertionError("it was sent");
    } catch (RefusedException e) {
      return e.code();
    }
  }

  /// {@return what opened later, after the number of its message}
  List<String> opened() {
    return seen.stream()
        .filter(each -> Frames.text(each, "type").equals("opened"))
        .map(each -> each.path("target").asLong() + ": " + Frames.text(each, "text"))
        .toList();
  }

  List<String> texts() {
    return seen.stream()
        .filter(each -> each.has("text") && !Frames.text(each, "type").equals("opened"))
        .map(each -> Frames.text(each, "sealed") + ": " + Frames.text(each, "text"))
        .toList();
  }

  List<String> told() {
    return seen.stream()
        .filter(each -> !each.has("text"))
        .map(each -> Frames.text(each, "type") + " " + Frames.text(each, "user"))
        .toList();
  }
}

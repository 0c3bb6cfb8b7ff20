package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.frame.Frames;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Alice and bob write to each other, by a server that may lie.
abstract class Talk {
  @TempDir Path folder;

  final FakeParley parley = new FakeParley();
  Client alice;
  Client bob;

  @BeforeEach
  void begin() {
    Client.now = Instant.parse("2026-11-20T14:00:00Z");
    alice = new Client(parley, "alice", "bob", folder);
    bob = new Client(parley, "bob", "alice", folder);
  }

  /// Both have keys, and their conversation is encrypted.
  final void encrypted() {
    bob.makeKeys();
    alice.makeKeys();
    alice.ask("encrypt", "{\"conversation\":\"@bob\",\"encrypted\":true,\"clientId\":\"on\"}");
    alice.seen.clear();
    bob.seen.clear();
  }

  /// A list with another first link, as a thief of the password would make it.
  final void bobBeginsAnew() {
    parley.links.remove("bob");
    bob = new Client(parley, "bob", "alice", folder.resolve("new"));
    bob.makeKeys();
    Client.now = Client.now.plusSeconds(61);
  }

  static List<String> texts(JsonNode rows) {
    return rows.valueStream().map(row -> Frames.text(row, "text")).toList();
  }
}

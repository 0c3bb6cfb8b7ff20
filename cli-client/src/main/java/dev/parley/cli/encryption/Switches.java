package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.frame.Frames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Which direct conversations are encrypted, as the server says. On the loop.
final class Switches {
  private final String me;
  private final Server server;
  private final Map<String, Switch> all = new HashMap<>();
  private @Nullable CompletableFuture<Void> known;

  private record Switch(boolean encrypted, long seq) {}

  Switches(String me, Server server) {
    this.me = me;
    this.server = server;
  }

  /// A connection serves the session: what was heard before may be over.
  void onLive() {
    known = null;
  }

  /// {@return done when the server has said how all conversations are; exceptionally why it has
  /// not}
  CompletableFuture<Void> known() {
    CompletableFuture<Void> asked = known;
    if (asked == null || asked.isCompletedExceptionally()) {
      asked = server.ask("conversations", Frames.JSON.createObjectNode()).thenAccept(this::onList);
      known = asked;
    }
    return asked;
  }

  /// Takes the answer to `conversations`.
  void onList(JsonNode answer) {
    for (JsonNode row : answer.path("conversations")) {
      if (row.has("encrypted")) {
        onSwitched(
            Frames.text(row, "id"), row.path("encrypted").asBoolean(), row.path("head").asLong());
      }
    }
  }

  /// Takes a switch; one that is older than what is known changes nothing.
  void onSwitched(String conversation, boolean encrypted, long seq) {
    all.merge(
        Names.canonical(conversation, me),
        new Switch(encrypted, seq),
        (before, now) -> now.seq() >= before.seq() ? now : before);
  }

  /// {@return whether a conversation is encrypted; nothing where nobody ever said}
  ///
  /// @param id `@bob`
  Optional<Boolean> of(String id) {
    return Optional.ofNullable(all.get(id)).map(Switch::encrypted);
  }
}

package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.sealed.Kind;
import dev.parley.cli.sealed.Place;
import dev.parley.cli.sealed.SealedText;
import dev.parley.cli.sealed.SecretFile;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Opens what the server tells. A sealed text becomes what it says, with `sealed` set to `open`;
/// one that is not believed, or cannot be opened, has no text, and `sealed` is the reason.
///
/// Events of one conversation stay in their order; those of others do not wait. On the loop.
final class Incoming {
  private static final Duration SAVED_AFTER = Duration.ofSeconds(1);

  private final String me;
  private final Server server;
  private final Keyring keyring;
  private final Texts texts;
  private final TrustedLists lists;
  private final Switches switches;
  private final Held held;
  private final Consumer<JsonNode> sink;
  private final Map<String, CompletableFuture<Void>> opening = new HashMap<>();
  private final CompletableFuture<Void> gate = new CompletableFuture<>();
  private boolean saving;

  Incoming(
      String me,
      Server server,
      Keyring keyring,
      Outgoing.Parts parts,
      Held held,
      Consumer<JsonNode> sink) {
    this.me = me;
    this.server = server;
    this.keyring = keyring;
    this.texts = parts.texts();
    this.lists = parts.lists();
    this.switches = parts.switches();
    this.held = held;
    this.sink = sink;
    if (!keyring.isLocked()) {
      begin();
    }
  }

  /// The keys are unlocked, or stay locked for now: what waited for that is opened as far as it can
  /// be.
  void begin() {
    gate.complete(null);
  }

  /// Takes what the server tells unasked, or what this client tells itself.
  void event(JsonNode frame) {
    String where = Frames.text(frame, "conversation");
    if (!Names.isDirect(where) || !(frame instanceof ObjectNode event)) {
      sink.accept(frame);
      return;
    }
    String id = Names.canonical(where, me);
    CompletableFuture<Void> before = opening.get(id);
    if (before == null && !isSealed(event)) {
      take(id, clear(event));
      return;
    }
    CompletableFuture<Void> taken =
        (before == null ? gate : before)
            .thenCompose(_ -> opened(id, event))
            .thenAccept(opened -> take(id, opened))
            .exceptionally(failure -> {
              report(failure);
              return null;
            });
    if (!taken.isDone()) {
      opening.put(id, taken);
      taken.thenRun(() -> opening.remove(id, taken));
    }
  }

  /// What no event should have caused is told on the loop, and the next event is taken.
  private void report(Throwable failure) {
    server.later(
        Duration.ZERO,
        () -> {
          throw new IllegalStateException("an event could not be taken", failure);
        });
  }

  /// {@return done when everything that came before in a conversation was taken}
  CompletableFuture<Void> settled(String id) {
    return opening.getOrDefault(id, CompletableFuture.completedFuture(null));
  }

  private void take(String id, ObjectNode event) {
    String type = Frames.text(event, "type");
    switch (type) {
      case "message" -> {
        hold(id, event);
        if (Frames.text(event, "sealed").equals("open")) {
          remember(Names.bare(id));
        }
      }
      case "edit" -> {
        if (Frames.text(event, "sealed").equals("open")) {
          held.edit(
              id,
              event.path("target").asLong(),
              Frames.text(event, "text"),
              Frames.text(event, "at"));
        }
      }
      case "delete" -> held.remove(id, event.path("target").asLong());
      case "encryption" ->
          switches.onSwitched(
              Frames.text(event, "conversation"),
              event.path("encrypted").asBoolean(),
              event.path("seq").asLong());
      default -> {
        // Nothing of it is sealed.
      }
    }
    sink.accept(event);
  }

  private CompletableFuture<ObjectNode> opened(String id, ObjectNode event) {
    long seq = event.path("seq").asLong();
    boolean edit = Frames.text(event, "type").equals("edit");
    long target = event.path(edit ? "target" : "replyTo").asLong();
    Place place = place(id, Frames.text(event, "from"), edit ? Kind.EDIT : Kind.MESSAGE, target);
    return open(event, place, seq);
  }

  /// From now on nothing is sent in clear before the owner of this terminal says so.
  private void remember(String user) {
    try {
      lists.encrypted(user, true);
    } catch (RefusedException _) {
      // The disk is full: what was sealed shall be read all the same.
    }
  }

  /// {@return a message of a page, opened}
  ///
  /// @param id `@bob`
  /// @param message a row of `messages`
  CompletableFuture<ObjectNode> row(String id, ObjectNode message) {
    boolean edited = message.has("edited");
    long seq = message.path("seq").asLong();
    long target = edited ? seq : message.path("replyTo").asLong();
    Kind kind = edited ? Kind.EDIT : Kind.MESSAGE;
    // An edit stands in the row of its message, and not at its own number.
    return open(message, place(id, Frames.text(message, "from"), kind, target), edited ? 0 : seq)
        .thenApply(opened -> {
          hold(id, opened);
          return opened;
        });
  }

  /// {@return a version of a message, opened}
  ///
  /// @param id `@bob`
  /// @param message as it is now
  /// @param version a row of `edits`
  CompletableFuture<ObjectNode> version(String id, JsonNode message, ObjectNode version) {
    long of = message.path("seq").asLong();
    long seq = version.path("seq").asLong();
    boolean first = seq == of;
    long target = first ? message.path("replyTo").asLong() : of;
    Kind kind = first ? Kind.MESSAGE : Kind.EDIT;
    return open(version, place(id, Frames.text(message, "from"), kind, target), seq);
  }

  /// Keeps a message that was opened, for searches.
  void hold(String id, ObjectNode message) {
    if (Frames.text(message, "sealed").equals("open") && !message.path("deleted").asBoolean()) {
      held.put(id, message);
    }
  }

  private CompletableFuture<ObjectNode> open(ObjectNode row, Place place, long seq) {
    if (!isSealed(row)) {
      return CompletableFuture.completedFuture(clear(row));
    }
    return gate.thenCompose(_ -> texts.open(Frames.text(row, "text"), place, seq))
        .thenApply(opening -> {
          saveLater();
          return with(row, opening);
        });
  }

  /// What a server says of sealing is its own invention.
  private static ObjectNode clear(ObjectNode row) {
    row.remove("sealed");
    row.remove("file");
    return row;
  }

  private static ObjectNode with(ObjectNode row, Texts.Opening opening) {
    ObjectNode opened = row.deepCopy();
    opened.remove("file");
    opened.put("sealed", opening.flag()).put("text", "");
    if (opening.content() != null) {
      opened.put("text", opening.content().text());
      SecretFile file = opening.content().file();
      if (file != null) {
        file.addTo(opened);
      }
    }
    return opened;
  }

  private void saveLater() {
    if (!saving && keyring.isOpen()) {
      saving = true;
      server.later(
          SAVED_AFTER,
          () -> {
            saving = false;
            keyring.flush();
          });
    }
  }

  private Place place(String id, String sender, Kind kind, long target) {
    return new Place(Outgoing.wireId(me, Names.bare(id)), sender, kind, target);
  }

  private static boolean isSealed(JsonNode frame) {
    return SealedText.isSealed(Frames.text(frame, "text"));
  }
}

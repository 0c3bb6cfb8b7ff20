package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.encryption.key.Keyring;
import dev.parley.cli.encryption.text.ShutTexts;
import dev.parley.cli.encryption.text.ShutTexts.Met;
import dev.parley.cli.encryption.text.Texts;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.sealed.Kind;
import dev.parley.cli.sealed.Place;
import dev.parley.cli.sealed.SealedText;
import dev.parley.cli.sealed.SecretFile;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/// Opens messages, edits and versions as the server has them. A sealed text becomes what it says,
/// with `sealed` set to `open`; one that is not believed, or cannot be opened, has no text, and
/// `sealed` is the reason. On the loop.
final class Rows {
  private static final Duration SAVED_AFTER = Duration.ofSeconds(1);
  private static final String CLEAR = "clear";

  private final String me;
  private final Server server;
  private final Keyring keyring;
  private final Texts texts;
  private final BiConsumer<Met, String> outcome;
  private final CompletableFuture<Void> gate = new CompletableFuture<>();
  private boolean saving;

  /// @param outcome takes what came of the text of each message: `open`, `clear`, or the reason
  Rows(String me, Server server, Keyring keyring, Texts texts, BiConsumer<Met, String> outcome) {
    this.me = me;
    this.server = server;
    this.keyring = keyring;
    this.texts = texts;
    this.outcome = outcome;
  }

  /// Sealed texts are tried from now on: the keys are unlocked, or stay locked for now.
  void begin() {
    gate.complete(null);
  }

  /// {@return done when sealed texts are tried}
  CompletableFuture<Void> begun() {
    return gate;
  }

  /// {@return an event of a conversation of two, opened}
  ///
  /// @param id `@bob`
  /// @param event a message, an edit, or anything that is not sealed
  CompletableFuture<ObjectNode> event(String id, ObjectNode event) {
    long seq = event.path("seq").asLong();
    boolean edit = Frames.text(event, "type").equals("edit");
    long target = event.path(edit ? "target" : "replyTo").asLong();
    Place place = place(id, Frames.text(event, "from"), edit ? Kind.EDIT : Kind.MESSAGE, target);
    var message = new ShutTexts.Message(id, edit ? target : seq);
    return open(new Met(message, seq, event, place, seq));
  }

  /// {@return a message of a page, opened}
  ///
  /// @param id `@bob`
  /// @param row one of `messages`
  CompletableFuture<ObjectNode> message(String id, ObjectNode row) {
    boolean edited = row.has("edited");
    long seq = row.path("seq").asLong();
    long target = edited ? seq : row.path("replyTo").asLong();
    Kind kind = edited ? Kind.EDIT : Kind.MESSAGE;
    Place place = place(id, Frames.text(row, "from"), kind, target);
    long version = Math.max(seq, row.path("changed").asLong());
    // An edit stands in the row of its message, and not at its own number.
    return open(new Met(new ShutTexts.Message(id, seq), version, row, place, edited ? 0 : seq));
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
    Place place = place(id, Frames.text(message, "from"), kind, target);
    return isSealed(version)
        ? opened(version, place, seq).thenApply(opening -> with(version, opening))
        : CompletableFuture.completedFuture(strip(version));
  }

  private CompletableFuture<ObjectNode> open(Met text) {
    if (!isSealed(text.row())) {
      outcome.accept(text, CLEAR);
      return CompletableFuture.completedFuture(strip(text.row()));
    }
    return opened(text.row(), text.place(), text.seq())
        .thenApply(opening -> {
          outcome.accept(text, opening.flag());
          return with(text.row(), opening);
        });
  }

  /// {@return a sealed text that was met before, opened, or with the reason why it is not}
  CompletableFuture<ObjectNode> again(Met text) {
    return opened(text.row(), text.place(), text.seq())
        .thenApply(opening -> with(text.row(), opening));
  }

  private CompletableFuture<Texts.Opening> opened(ObjectNode row, Place place, long seq) {
    return gate.thenCompose(_ -> texts.open(Frames.text(row, "text"), place, seq, time(row)))
        .thenApply(opening -> {
          saveLater();
          return opening;
        });
  }

  /// {@return when the log got the text of a row; after everything else where it does not say}
  private static long time(ObjectNode row) {
    try {
      return Instant.parse(Frames.text(row, row.has("edited") ? "edited" : "at")).toEpochMilli();
    } catch (DateTimeException | ArithmeticException _) {
      return Long.MAX_VALUE;
    }
  }

  /// {@return a row without what only this client says of it} What a server says of sealing is its
  /// own invention.
  static ObjectNode strip(ObjectNode row) {
    row.remove("sealed");
    row.remove("file");
    return row;
  }

  /// {@return whether a row has a sealed text}
  static boolean isSealed(JsonNode row) {
    return SealedText.isSealed(Frames.text(row, "text"));
  }

  private static ObjectNode with(ObjectNode row, Texts.Opening opening) {
    ObjectNode opened = strip(row.deepCopy());
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
}

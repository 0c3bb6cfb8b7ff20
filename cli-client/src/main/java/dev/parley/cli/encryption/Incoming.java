package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.encryption.device.Told;
import dev.parley.cli.encryption.device.TrustedLists;
import dev.parley.cli.encryption.key.Keyring;
import dev.parley.cli.encryption.text.Held;
import dev.parley.cli.encryption.text.SecondLook;
import dev.parley.cli.encryption.text.ShutTexts;
import dev.parley.cli.encryption.text.ShutTexts.Met;
import dev.parley.cli.encryption.text.ShutTexts.Shut;
import dev.parley.cli.frame.Frames;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Takes what the server tells, and passes it on opened. What stayed shut for a reason that may
/// pass is tried again ([SecondLook]), and told as `opened` then.
///
/// Events of one conversation stay in their order; those of others do not wait. On the loop.
final class Incoming {
  private final String me;
  private final Server server;
  private final TrustedLists lists;
  private final Switches switches;
  private final Held held;
  private final Told told;
  private final Consumer<JsonNode> sink;
  private final Rows rows;
  private final ShutTexts shut = new ShutTexts();
  private final SecondLook secondLook;
  private final Map<String, CompletableFuture<Void>> opening = new HashMap<>();

  Incoming(
      String me,
      Server server,
      Keyring keyring,
      Outgoing.Parts parts,
      Held held,
      Told told,
      Consumer<JsonNode> sink) {
    this.me = me;
    this.server = server;
    this.lists = parts.lists();
    this.switches = parts.switches();
    this.held = held;
    this.told = told;
    this.sink = sink;
    this.rows = new Rows(me, server, keyring, parts.texts(), this::onTried);
    this.secondLook = new SecondLook(server, shut, this::again);
    lists.listen(secondLook::onTrusted);
    if (!keyring.isLocked()) {
      rows.begin();
    }
  }

  /// The keys are unlocked, or stay locked for now: what waited for that is opened as far as it can
  /// be.
  void begin() {
    rows.begin();
    secondLook.onUnlocked();
  }

  /// A connection is there, the first one or another.
  void onLive() {
    secondLook.onLive();
  }

  /// Takes what the server tells unasked. What only this client tells it does not take from there.
  void event(JsonNode frame) {
    if (!(frame instanceof ObjectNode event) || Told.isOwn(event)) {
      return;
    }
    if (Names.isDirect(Frames.text(event, "conversation"))) {
      direct(event);
    } else {
      sink.accept(Rows.strip(event));
    }
  }

  /// Takes what this client tells itself.
  void told(ObjectNode event) {
    if (Told.isOwn(event)) {
      sink.accept(event);
    } else {
      direct(event);
    }
  }

  private void direct(ObjectNode event) {
    String id = Names.canonical(Frames.text(event, "conversation"), me);
    CompletableFuture<Void> before = opening.get(id);
    if (before == null && !Rows.isSealed(event)) {
      take(id, Rows.strip(event));
      return;
    }
    CompletableFuture<Void> taken =
        (before == null ? rows.begun() : before)
            .thenCompose(_ -> rows.event(id, event))
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
    switch (Frames.text(event, "type")) {
      case "message" -> {
        hold(id, event);
        if (isOpen(event)) {
          remember(Names.bare(id));
        }
      }
      case "edit" -> {
        long target = event.path("target").asLong();
        if (isOpen(event)) {
          held.edit(id, target, Frames.text(event, "text"), Frames.text(event, "at"));
        } else if (!event.has("sealed")) {
          shut.forget(new ShutTexts.Message(id, target));
        }
      }
      case "delete" -> {
        long target = event.path("target").asLong();
        held.remove(id, target);
        shut.forget(new ShutTexts.Message(id, target));
      }
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
    return rows.message(id, message)
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
    return rows.version(id, message, version);
  }

  /// Keeps a message that was opened, for searches.
  void hold(String id, ObjectNode message) {
    if (isOpen(message) && !message.path("deleted").asBoolean()) {
      held.put(id, message);
    }
  }

  private void onTried(Met text, String flag) {
    if (shut.met(text, flag)) {
      secondLook.onShut();
    }
  }

  /// Nothing is told of what stays as it is, or of what a later change has overtaken meanwhile.
  private void again(Shut text) {
    rows.again(text.met())
        .thenAccept(opened -> {
          String flag = Frames.text(opened, "sealed");
          if (flag.equals(text.reason()) || !shut.remove(text)) {
            return;
          }
          if (isOpen(opened)) {
            onOpened(text.met(), opened);
          } else {
            onTried(text.met(), flag);
          }
        });
  }

  private void onOpened(Met text, ObjectNode opened) {
    String id = text.message().id();
    if (switches.of(id).orElse(false)) {
      remember(Names.bare(id));
    }
    ObjectNode message = opened.deepCopy().put("seq", text.message().seq());
    if (Frames.text(opened, "type").equals("edit")) {
      message.put("edited", Frames.text(opened, "at"));
    }
    hold(id, message);
    told.onOpened(text.place().conversation(), message);
  }

  private static boolean isOpen(ObjectNode event) {
    return Frames.text(event, "sealed").equals("open");
  }
}

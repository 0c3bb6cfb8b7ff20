package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.encryption.device.Directory;
import dev.parley.cli.encryption.device.OwnDevices;
import dev.parley.cli.encryption.device.Peer;
import dev.parley.cli.encryption.device.Standing;
import dev.parley.cli.encryption.device.Told;
import dev.parley.cli.encryption.device.TrustedLists;
import dev.parley.cli.encryption.key.Keyring;
import dev.parley.cli.encryption.text.Texts;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.sealed.Content;
import dev.parley.cli.sealed.DeviceList;
import dev.parley.cli.sealed.Kind;
import dev.parley.cli.sealed.Place;
import dev.parley.cli.sealed.SealedText;
import dev.parley.cli.sealed.SecretFile;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Decides what of a request is sealed, and seals it. Nothing falls back to clear text: where it is
/// not certain that clear text is meant, the request is refused. On the loop.
final class Outgoing {
  private final String me;
  private final Server server;
  private final Keyring keyring;
  private final Parts parts;
  private final Lookup lookup;
  private final Told told;

  /// What decides.
  record Parts(
      TrustedLists lists, OwnDevices own, Directory directory, Switches switches, Texts texts) {}

  Outgoing(String me, Server server, Keyring keyring, Parts parts, Lookup lookup, Told told) {
    this.me = me;
    this.server = server;
    this.keyring = keyring;
    this.parts = parts;
    this.lookup = lookup;
    this.told = told;
  }

  /// {@return what the server gets of a request; the request itself where nothing is to be sealed}
  ///
  /// @param type of the request
  /// @param fields of the request; not changed
  CompletableFuture<ObjectNode> prepared(String type, ObjectNode fields) {
    String where = Frames.text(fields, type.equals("send") ? "to" : "conversation");
    Optional<String> direct = Addresses.direct(where, me);
    if (direct.isEmpty()) {
      return CompletableFuture.completedFuture(fields);
    }
    String id = direct.get();
    return switch (type) {
      case "send" -> text(id, fields, Kind.MESSAGE, fields.path("replyTo").asLong(), file(fields));
      case "edit" -> {
        long target = fields.path("seq").asLong();
        yield fileOf(id, target).thenCompose(file -> text(id, fields, Kind.EDIT, target, file));
      }
      case "encrypt" -> guarded(id, fields);
      default -> CompletableFuture.completedFuture(fields);
    };
  }

  /// {@return the sealed file of a message} An edit carries it again, or it would open no more.
  private CompletableFuture<Optional<SecretFile>> fileOf(String id, long seq) {
    if (!keyring.isOpen()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return parts
        .switches()
        .known()
        .thenCompose(_ ->
            parts.switches().of(id).orElse(false)
                ? lookup.message(id, seq).thenApply(Outgoing::carried)
                : CompletableFuture.completedFuture(Optional.empty()));
  }

  private static Optional<SecretFile> carried(JsonNode message) {
    boolean isOpen = Frames.text(message, "sealed").equals("open");
    if (message.has("attachment") && !isOpen) {
      throw refused("not_opened", "its file does not open here, and an edit would take it away");
    }
    return SecretFile.of(message);
  }

  /// {@return whether what is written to somebody has to be sealed} Switches encryption on where
  /// both have keys and nobody ever said.
  ///
  /// @param id `@bob`
  CompletableFuture<Boolean> decide(String id) {
    String user = Names.bare(id);
    if (keyring.isLocked()) {
      return CompletableFuture.failedFuture(
          refused("keys_locked", "the keys are locked: it is not known who is trusted"));
    }
    return parts
        .switches()
        .known()
        .thenCompose(_ -> {
          Optional<Boolean> said = parts.switches().of(id);
          return said.isEmpty() && keyring.isOpen()
              ? begin(id, user)
              : CompletableFuture.completedFuture(said.orElse(false));
        })
        .thenApply(encrypted -> {
          if (!encrypted && parts.lists().of(user).encrypted()) {
            throw refused("encryption_off", "encryption was switched off");
          }
          return encrypted;
        });
  }

  private CompletableFuture<ObjectNode> text(
      String id, ObjectNode fields, Kind kind, long target, Optional<SecretFile> file) {
    return decide(id)
        .thenCompose(encrypted -> {
          check(fields, encrypted, file);
          return encrypted
              ? sealed(id, fields, kind, target, file.orElse(null))
              : CompletableFuture.completedFuture(fields);
        });
  }

  /// What was uploaded has to fit to what the conversation is at this moment.
  private static void check(ObjectNode fields, boolean encrypted, Optional<SecretFile> file) {
    if (fields.has("attachment") && encrypted && file.isEmpty()) {
      throw refused("encrypted", "the file was not encrypted");
    }
    if (fields.has("file") && !(encrypted && file.isPresent())) {
      throw refused("not_encrypted", "the conversation is not encrypted");
    }
  }

  private CompletableFuture<ObjectNode> sealed(
      String id, ObjectNode fields, Kind kind, long target, @Nullable SecretFile file) {
    String user = Names.bare(id);
    String text = Frames.text(fields, "text");
    Content content = new Content(text.isEmpty() && file != null ? file.name() : text, file);
    if (content.text().isBlank()) {
      return CompletableFuture.failedFuture(refused("bad_command", "the message has no text"));
    }
    Place place = new Place(wireId(me, user), me, kind, target);
    return parts
        .texts()
        .seal(user, content, place, Frames.text(fields, "clientId"))
        .thenApply(sealed -> {
          if (sealed.length() > SealedText.LONGEST) {
            throw refused("too_long", "the message is too long once it is sealed");
          }
          ObjectNode sent = fields.deepCopy().put("text", sealed);
          sent.remove("file");
          return sent;
        });
  }

  /// Where both have keys, a conversation that nobody decided about is encrypted.
  private CompletableFuture<Boolean> begin(String id, String user) {
    CompletableFuture<Standing> standing =
        parts.own().standing() instanceof Standing.Active
            ? CompletableFuture.completedFuture(parts.own().standing())
            : parts.own().refresh();
    return standing.thenCompose(now -> {
      if (!(now instanceof Standing.Active)) {
        return CompletableFuture.completedFuture(false);
      }
      return user.equals(me)
          ? switchOn(id)
          : parts.directory().peer(user).thenCompose(peer -> begin(id, peer));
    });
  }

  private CompletableFuture<Boolean> begin(String id, Peer peer) {
    return switch (peer) {
      case Peer.None _ -> CompletableFuture.completedFuture(false);
      case Peer.Changed _ ->
          CompletableFuture.failedFuture(
              refused("key_changed", "the keys of the other person have changed"));
      case Peer.Known(DeviceList list) ->
          list.good().isEmpty() ? CompletableFuture.completedFuture(false) : switchOn(id);
    };
  }

  private CompletableFuture<Boolean> switchOn(String id) {
    ObjectNode fields =
        Frames.JSON
            .createObjectNode()
            .put("conversation", id)
            .put("encrypted", true)
            .put("clientId", UUID.randomUUID().toString());
    return server
        .ask("encrypt", fields)
        .thenApply(answer -> {
          if (answer.path("seq").asLong() == 0) {
            // The other one was faster: their entry is on its way.
            parts.switches().onSwitched(id, true, 0);
          } else {
            told.onSwitched(answer, me);
          }
          return true;
        });
  }

  /// One switches it oneself: on needs keys on both sides; off is remembered as meant, once the
  /// server has done it.
  private CompletableFuture<ObjectNode> guarded(String id, ObjectNode fields) {
    String user = Names.bare(id);
    if (fields.path("encrypted").asBoolean()) {
      return parts
          .texts()
          .readers(user)
          .thenApply(_ -> {
            parts.lists().encrypted(user, true);
            return fields;
          });
    }
    return keyring.isLocked()
        ? CompletableFuture.failedFuture(refused("keys_locked", "the keys are locked"))
        : CompletableFuture.completedFuture(fields);
  }

  /// {@return the direct conversation of two, as the server spells it}
  static String wireId(String one, String other) {
    return one.compareTo(other) <= 0 ? "@" + one + "+" + other : "@" + other + "+" + one;
  }

  private static Optional<SecretFile> file(ObjectNode fields) {
    return fields.has("file") ? SecretFile.of(fields) : Optional.empty();
  }

  private static RefusedException refused(String code, String why) {
    return new RefusedException(code, why, 0);
  }
}

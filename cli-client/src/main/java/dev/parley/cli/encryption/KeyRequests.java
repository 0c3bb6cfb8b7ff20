package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.encryption.device.DeviceChanges;
import dev.parley.cli.encryption.device.Joining;
import dev.parley.cli.encryption.device.Peer;
import dev.parley.cli.encryption.device.Standing;
import dev.parley.cli.encryption.key.Kept;
import dev.parley.cli.encryption.key.Keyring;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.sealed.Device;
import dev.parley.cli.sealed.DeviceList;
import dev.parley.cli.sealed.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Requests about keys that this client answers itself; the README lists them. On the loop.
final class KeyRequests {
  private static final Set<String> TYPES =
      Set.of(
          "encryption",
          "makeKeys",
          "unlockKeys",
          "addDevice",
          "removeDevice",
          "trust",
          "verify",
          "sealing");
  private static final String USUAL_NAME = "terminal";

  private final String me;
  private final Keyring keyring;
  private final Outgoing.Parts parts;
  private final Joining joining;
  private final DeviceChanges changes;
  private final Outgoing outgoing;
  private final Incoming incoming;
  private final Optional<String> passphrase;

  /// @param passphrase for requests that have none
  KeyRequests(
      String me,
      Keyring keyring,
      Outgoing.Parts parts,
      Joining joining,
      DeviceChanges changes,
      Outgoing outgoing,
      Incoming incoming,
      Optional<String> passphrase) {
    this.me = me;
    this.keyring = keyring;
    this.parts = parts;
    this.joining = joining;
    this.changes = changes;
    this.outgoing = outgoing;
    this.incoming = incoming;
    this.passphrase = passphrase;
  }

  static boolean knows(String type) {
    return TYPES.contains(type);
  }

  /// {@return the answer; exceptionally [RefusedException]}
  CompletableFuture<JsonNode> answer(String type, ObjectNode fields) {
    try {
      return switch (type) {
        case "makeKeys" -> makeKeys(fields);
        case "unlockKeys" -> unlock(fields);
        case "addDevice" -> changes.add(text(fields, "device")).thenApply(this::device);
        case "removeDevice" -> changes.remove(text(fields, "device")).thenApply(this::device);
        case "trust" -> trust(user(fields));
        case "verify" -> verify(user(fields), fields.path("verified").asBoolean(true));
        case "sealing" ->
            outgoing
                .decide(direct(text(fields, "conversation")))
                .thenApply(sealed -> object().put("encrypted", sealed));
        default -> overview(fields);
      };
    } catch (RefusedException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletableFuture<JsonNode> makeKeys(ObjectNode fields) {
    String typed = Frames.text(fields, "name").strip();
    String name = typed.isEmpty() ? USUAL_NAME : typed;
    boolean restart = fields.path("restart").asBoolean();
    CompletableFuture<Void> open =
        keyring.isOpen()
            ? CompletableFuture.completedFuture(null)
            : keyring.unlockOrMake(passphrase(fields));
    return begun(open.thenCompose(_ -> restart ? joining.restart(name) : joining.make(name)));
  }

  /// Whatever became of the request: once the keys are open, what waited for them goes on.
  private CompletableFuture<JsonNode> begun(CompletableFuture<Standing> asked) {
    return asked
        .handle((standing, failure) -> {
          if (keyring.isOpen()) {
            incoming.begin();
          }
          return failure == null
              ? CompletableFuture.<JsonNode>completedFuture(standing(object(), standing))
              : CompletableFuture.<JsonNode>failedFuture(failure);
        })
        .thenCompose(answer -> answer);
  }

  private CompletableFuture<JsonNode> unlock(ObjectNode fields) {
    if (fields.path("skip").asBoolean()) {
      incoming.begin();
      return CompletableFuture.completedFuture(object());
    }
    return begun(keyring.unlock(passphrase(fields)).thenCompose(_ -> joining.look()));
  }

  private CompletableFuture<JsonNode> trust(String user) {
    keyring.vault();
    parts.directory().accept(user);
    return CompletableFuture.completedFuture(object().put("user", user));
  }

  private CompletableFuture<JsonNode> verify(String user, boolean verified) {
    keyring.vault();
    return overview(object().put("user", user))
        .thenApply(answer -> {
          String number = Frames.text(answer, "safetyNumber");
          if (!Frames.text(answer, "peer").equals("trusted") || number.isEmpty()) {
            throw refused("peer_without_keys", "there is no safety number with " + user);
          }
          parts.lists().verified(user, verified ? number : "");
          return ((ObjectNode) answer).put("verified", verified);
        });
  }

  private CompletableFuture<JsonNode> overview(ObjectNode fields) {
    return joining
        .look()
        .thenCompose(standing -> {
          ObjectNode answer = standing(object(), standing);
          devices(answer.putArray("devices"), parts.own().devices());
          devices(answer.putArray("waiting"), parts.own().waiting());
          String user = user(fields);
          return user.isEmpty() || !keyring.isOpen()
              ? CompletableFuture.completedFuture(answer)
              : parts.directory().fetch(user).thenApply(peer -> with(answer, user, peer));
        });
  }

  private JsonNode with(ObjectNode answer, String user, Peer peer) {
    answer.put("user", user).put("encrypted", parts.switches().of("@" + user).orElse(false));
    switch (peer) {
      case Peer.None _ -> answer.put("peer", "none");
      case Peer.Known(DeviceList list) -> number(answer.put("peer", "trusted"), user, list);
      case Peer.Changed(DeviceList list, String why) -> {
        answer.put("peer", "changed");
        if (why != null) {
          answer.put("reason", why);
        }
        if (list != null) {
          number(answer, user, list);
          parts.directory().onShown(user, list);
        }
      }
    }
    return answer;
  }

  private void number(ObjectNode answer, String user, DeviceList list) {
    devices(answer.putArray("peerDevices"), list.good());
    parts
        .lists()
        .list(me)
        .ifPresent(own -> {
          String number = Numbers.safetyNumber(own, list);
          answer
              .put("safetyNumber", number)
              .put("verified", number.equals(parts.lists().of(user).verified()));
        });
  }

  private ObjectNode standing(ObjectNode answer, Standing standing) {
    answer.put("state", standing.word()).put("unlocked", keyring.isOpen());
    if (standing instanceof Standing.Excluded(boolean restarted)) {
      answer.put("restarted", restarted);
    }
    if (standing instanceof Standing.Waiting(String code)) {
      answer.put("code", code);
    }
    return answer;
  }

  private void devices(ArrayNode rows, List<Device> devices) {
    devices.forEach(each -> rows.add(device(each)));
  }

  private ObjectNode device(Device device) {
    Kept.OwnDevice own = keyring.kept().device();
    ObjectNode row =
        object()
            .put("device", device.id())
            .put("name", device.name())
            .put("code", Numbers.deviceCode(device));
    return own != null && own.keys().id().equals(device.id()) ? row.put("here", true) : row;
  }

  private String passphrase(ObjectNode fields) {
    String typed = Frames.text(fields, "passphrase");
    return typed.isEmpty()
        ? passphrase.orElseThrow(() -> refused("no_passphrase", "there is no passphrase"))
        : typed;
  }

  private static String user(ObjectNode fields) {
    return Addresses.user(Frames.text(fields, "user"));
  }

  private String direct(String conversation) {
    return Addresses.direct(conversation, me)
        .orElseThrow(() -> refused("bad_command", "only a conversation of two can be encrypted"));
  }

  private static String text(ObjectNode fields, String field) {
    String text = Frames.text(fields, field);
    if (text.isEmpty()) {
      throw refused("bad_command", field + " is missing");
    }
    return text;
  }

  private static ObjectNode object() {
    return Frames.JSON.createObjectNode();
  }

  private static RefusedException refused(String code, String why) {
    return new RefusedException(code, why, 0);
  }
}

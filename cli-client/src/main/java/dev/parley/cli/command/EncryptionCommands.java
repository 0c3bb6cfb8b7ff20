package dev.parley.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.frame.Entry;
import dev.parley.cli.frame.Frames;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Commands about encryption of direct messages: devices, safety numbers, on and off.
final class EncryptionCommands {

  private EncryptionCommands() {}

  static List<Command> all() {
    return List.of(
        Command.of(
            "devices",
            "[make [NAME] | add DEVICE | remove DEVICE | restart [NAME]]",
            "list your encryption devices, make keys on this machine, add or remove a device",
            EncryptionCommands::devices),
        Command.of(
            "unlock",
            "",
            "unlock the keys on this machine; asks for the passphrase without echo",
            (_, desk) -> desk.passphrase(false, said -> unlock(desk, said))),
        Command.of(
            "verify",
            "USER [yes|no]",
            "show the safety number with somebody, or mark it as compared",
            EncryptionCommands::verify),
        Command.of(
            "trust",
            "USER",
            "accept the changed keys of somebody, and send what waits",
            EncryptionCommands::trust),
        Command.of(
            "encrypt",
            "on|off [USER]",
            "switch encryption of a direct conversation",
            EncryptionCommands::encrypt));
  }

  private static void devices(Given given, Desk desk) throws UsageException {
    if (given.words().isEmpty()) {
      show(desk, ask(desk, "encryption", object()), "your encryption devices", KeyRows::devices);
      return;
    }
    String name = given.words().size() > 1 ? given.after(1) : "";
    switch (given.lower(0)) {
      case "make" -> make(desk, name, false, _ -> {});
      case "restart" -> make(desk, name, true, _ -> {});
      case "add" -> change(desk, "addDevice", given.after(1), " is added: it reads what comes now");
      case "remove" ->
          change(desk, "removeDevice", given.after(1), " is removed: nothing more is sealed to it");
      default -> throw new UsageException();
    }
  }

  private static void change(Desk desk, String type, String device, String done) {
    desk.attempt(
        ask(desk, type, object().put("device", device))
            .thenAccept(answer -> desk.say(Frames.text(answer, "name") + done)));
  }

  /// Makes keys, and asks for the passphrase that they are kept under.
  private static void make(Desk desk, String name, boolean restart, Consumer<JsonNode> then) {
    desk.attempt(
        ask(desk, "encryption", object())
            .thenAccept(now -> {
              if (now.path("unlocked").asBoolean()) {
                make(desk, name, restart, "", then);
                return;
              }
              boolean fresh = Frames.text(now, "state").equals("none");
              desk.passphrase(fresh, said -> make(desk, name, restart, said, then));
            }));
  }

  private static void make(
      Desk desk, String name, boolean restart, String passphrase, Consumer<JsonNode> then) {
    ObjectNode fields =
        object().put("name", name).put("passphrase", passphrase).put("restart", restart);
    desk.attempt(
        ask(desk, "makeKeys", fields)
            .thenAccept(answer -> {
              KeyRows.made(answer).forEach(desk::say);
              then.accept(answer);
            }));
  }

  private static void unlock(Desk desk, String passphrase) {
    desk.attempt(
        ask(desk, "unlockKeys", object().put("passphrase", passphrase))
            .thenAccept(answer -> {
              KeyRows.unlocked(answer).forEach(desk::say);
              again(desk);
            }));
  }

  private static void verify(Given given, Desk desk) throws UsageException {
    ObjectNode user = object().put("user", given.user(0));
    if (given.words().size() == 1) {
      String title = "encryption with " + given.user(0);
      show(desk, ask(desk, "encryption", user), title, KeyRows::safetyNumber);
      return;
    }
    boolean verified = yes(given, 1, "yes", "no");
    String done =
        "the safety number with "
            + given.user(0)
            + (verified ? " is marked as compared" : " is not marked any more");
    desk.attempt(
        ask(desk, "verify", user.put("verified", verified)).thenAccept(_ -> desk.say(done)));
  }

  private static void trust(Given given, Desk desk) throws UsageException {
    String user = given.user(0);
    desk.attempt(
        ask(desk, "trust", object().put("user", user))
            .thenAccept(_ -> {
              desk.say("the keys that " + user + " has now are accepted");
              again(desk);
            }));
  }

  private static void encrypt(Given given, Desk desk) throws UsageException {
    boolean on = yes(given, 0, "on", "off");
    String id = given.words().size() > 1 ? "@" + given.user(1) : given.here();
    if (!Names.isDirect(id)) {
      desk.say("only a conversation of two can be encrypted; /encrypt on USER means one");
      return;
    }
    desk.attempt(
        ask(desk, "encryption", object())
            .thenAccept(now -> {
              if (on && Frames.text(now, "state").equals("none")) {
                make(desk, "", false, made -> onlyIfActive(desk, id, made));
              } else {
                switched(desk, id, on);
              }
            }));
  }

  private static void onlyIfActive(Desk desk, String id, JsonNode made) {
    if (Frames.text(made, "state").equals("active")) {
      switched(desk, id, true);
    }
  }

  private static void switched(Desk desk, String id, boolean on) {
    ObjectNode fields = object().put("encrypted", on);
    String me = desk.workspace().me();
    CompletableFuture<?> asked =
        desk.workspace()
            .change("encrypt", id, fields, answer -> entry(answer, id, me, on))
            .thenCompose(made -> known(made, desk));
    desk.attempt(
        asked.thenAccept(_ -> {
          desk.say(
              id
                  + (on
                      ? " is encrypted: only the devices of you two read what is written now"
                      : " is not encrypted: the server reads what is written now"));
          again(desk);
        }));
  }

  /// {@return done when this terminal knows of the switch} What was so already makes no entry: the
  /// server is asked how it is.
  private static CompletableFuture<Void> known(Entry made, Desk desk) {
    return made.seq() > 0 ? CompletableFuture.completedFuture(null) : desk.workspace().refresh();
  }

  private static Entry entry(JsonNode answer, String id, String me, boolean on) {
    return new Entry.Encryption(id, answer.path("seq").asLong(), Frames.text(answer, "at"), me, on);
  }

  /// What was refused for want of a decision is tried again.
  private static void again(Desk desk) {
    int count = desk.workspace().outbox().retry();
    if (count > 0) {
      desk.say(count + " messages that waited are tried again");
    }
  }

  private static void show(Desk desk, CompletableFuture<JsonNode> asked, String title, Rows rows) {
    desk.attempt(asked.thenAccept(answer -> desk.list(title, rows.of(answer))));
  }

  @FunctionalInterface
  private interface Rows {
    List<String> of(JsonNode answer);
  }

  private static boolean yes(Given given, int index, String yes, String no) throws UsageException {
    String word = given.lower(index);
    if (!word.equals(yes) && !word.equals(no)) {
      throw new UsageException();
    }
    return word.equals(yes);
  }

  private static CompletableFuture<JsonNode> ask(Desk desk, String type, ObjectNode fields) {
    return desk.server().ask(type, fields);
  }

  private static ObjectNode object() {
    return Frames.JSON.createObjectNode();
  }
}

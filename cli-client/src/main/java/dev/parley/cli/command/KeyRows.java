package dev.parley.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.frame.Frames;
import java.util.ArrayList;
import java.util.List;

/// What is known of encryption devices, as rows.
final class KeyRows {
  private static final int SHOWN_OF_AN_ID = 8;
  private static final int HALF = 35;

  private KeyRows() {}

  /// {@return the devices of one's own, and what can be done with them}
  static List<String> devices(JsonNode answer) {
    List<String> rows = new ArrayList<>();
    answer.path("devices").forEach(each -> rows.add(row(each)));
    for (JsonNode each : answer.path("waiting")) {
      rows.add(row(each) + "  WAITS, code " + Frames.text(each, "code"));
    }
    if (!answer.path("waiting").isEmpty()) {
      rows.add("compare the code with the one that the new device shows; if it is the same:");
      rows.add("/devices add ID adds it. Never add a device that is not yours.");
    }
    rows.add(state(answer));
    return rows;
  }

  /// {@return what came of making keys}
  static List<String> made(JsonNode answer) {
    if (Frames.text(answer, "state").equals("active")) {
      return List.of(
          "there are keys on this machine now; direct messages to people with keys are encrypted",
          "without the passphrase they cannot be used: nobody can restore it",
          "/verify USER shows the number to compare with somebody");
    }
    return List.of("there are keys on this machine now", state(answer));
  }

  /// {@return what came of unlocking them}
  static List<String> unlocked(JsonNode answer) {
    return Frames.text(answer, "state").equals("active")
        ? List.of("the keys are unlocked; what came last and was locked is shown as it opens")
        : List.of("the keys are unlocked", state(answer));
  }

  /// {@return the number to compare with somebody, their devices, and what to do}
  static List<String> safetyNumber(JsonNode answer) {
    String user = Frames.text(answer, "user");
    List<String> rows = new ArrayList<>();
    if (user.isEmpty()) {
      rows.add(state(answer));
      return rows;
    }
    String number = Frames.text(answer, "safetyNumber");
    if (number.length() > HALF) {
      rows.add(number.substring(0, HALF));
      rows.add(number.substring(HALF).strip());
    }
    answer.path("peerDevices").forEach(each -> rows.add(user + " has  " + row(each)));
    rows.addAll(advice(answer, user));
    return rows;
  }

  private static List<String> advice(JsonNode answer, String user) {
    return switch (Frames.text(answer, "peer")) {
      case "changed" -> changed(answer, user);
      case "trusted" ->
          answer.path("verified").asBoolean()
              ? List.of("compared: it is the same on both sides")
              : List.of(
                  "not compared yet. Ask " + user + " to read out the number by another way;",
                  "if it is the same, /verify " + user + " yes marks it.");
      default -> List.of(user + " has no keys: messages are not encrypted");
    };
  }

  private static List<String> changed(JsonNode answer, String user) {
    String why = Frames.text(answer, "reason");
    if (!why.isEmpty()) {
      return List.of(
          "THE SERVER'S LIST OF THE DEVICES OF " + user + " DOES NOT HOLD: " + why + ".",
          "Nothing is sent to " + user + ", and nothing can be accepted.");
    }
    return Frames.text(answer, "safetyNumber").isEmpty()
        ? List.of(
            "THE KEYS THAT YOU TRUSTED ARE GONE, and there are no others.",
            "Nothing is sent to " + user + " before there are.")
        : List.of(
            "THESE KEYS ARE NOT THE ONES THAT YOU TRUSTED. Nothing is sent to " + user + ".",
            "Ask " + user + " by another way whether the number above is right.",
            "/trust " + user + " accepts them.");
  }

  private static String state(JsonNode answer) {
    return switch (Frames.text(answer, "state")) {
      case "active" -> "this machine encrypts; /devices remove ID ends a device that is lost";
      case "waiting" ->
          "this machine waits: add it on another device of yours, where its code must be "
              + Frames.text(answer, "code");
      case "locked" -> "the keys on this machine are locked; /unlock asks for the passphrase";
      case "excluded" -> excluded(answer);
      default -> "there are no keys on this machine; /devices make makes them";
    };
  }

  private static String excluded(JsonNode answer) {
    if (answer.path("devices").isArray() && answer.path("devices").isEmpty()) {
      return "none of your devices is left; /devices restart begins a new list, and everybody is"
          + " warned";
    }
    return answer.path("restarted").asBoolean()
        ? "the list of your devices was begun anew elsewhere. If that was you, /devices make asks"
            + " to be added to it; if not, change your password, then /devices restart"
        : "this machine was removed from your devices; /devices make asks another one to add it"
            + " again, with fresh keys";
  }

  private static String row(JsonNode device) {
    String id = Frames.text(device, "device");
    String here = device.path("here").asBoolean() ? "  (this machine)" : "";
    String shown = id.substring(0, Math.min(SHOWN_OF_AN_ID, id.length()));
    return shown + "  " + Frames.text(device, "name") + here;
  }
}

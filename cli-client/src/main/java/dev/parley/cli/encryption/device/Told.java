package dev.parley.cli.encryption.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.frame.Frames;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What the client itself tells of encryption, as frames beside those of the server.
public final class Told {
  /// Types of frames that no server tells.
  private static final Set<String> TYPES = Set.of("keyChanged", "deviceAdded", "opened", "link");

  private final Consumer<ObjectNode> sink;
  private String lastChange = "";

  /// Tells somebody.
  ///
  /// @param sink takes the frames
  public Told(Consumer<ObjectNode> sink) {
    this.sink = sink;
  }

  /// {@return whether a frame is one that only this client tells}
  ///
  /// @param frame any frame
  public static boolean isOwn(ObjectNode frame) {
    return TYPES.contains(Frames.text(frame, "type"));
  }

  /// A text that was shut opens now.
  ///
  /// @param conversation as the server spells it
  /// @param message as it is now
  public void onOpened(String conversation, ObjectNode message) {
    ObjectNode frame =
        Frames.JSON
            .createObjectNode()
            .put("type", "opened")
            .put("conversation", conversation)
            .put("target", message.path("seq").asLong())
            .put("from", Frames.text(message, "from"))
            .put("at", Frames.text(message, "at"))
            .put("text", Frames.text(message, "text"))
            .put("sealed", "open");
    for (String field : List.of("edited", "attachment", "file")) {
      if (message.has(field)) {
        frame.set(field, message.path(field));
      }
    }
    sink.accept(frame);
  }

  /// Somebody's keys are not those that were believed; told once for each list.
  ///
  /// @param user who
  /// @param links their list of now
  void onChanged(String user, List<String> links) {
    String change = user + " " + links;
    if (!change.equals(lastChange)) {
      lastChange = change;
      sink.accept(Frames.JSON.createObjectNode().put("type", "keyChanged").put("user", user));
    }
  }

  /// Somebody has more devices, added by one that was believed.
  ///
  /// @param user who
  /// @param names of the devices
  void onAdded(String user, List<String> names) {
    ObjectNode frame = Frames.JSON.createObjectNode().put("type", "deviceAdded").put("user", user);
    names.forEach(frame.putArray("names")::add);
    sink.accept(frame);
  }

  /// This client has switched encryption on by itself.
  ///
  /// @param answer of the server
  /// @param me who
  public void onSwitched(JsonNode answer, String me) {
    sink.accept(
        Frames.JSON
            .createObjectNode()
            .put("type", "encryption")
            .put("conversation", Frames.text(answer, "conversation"))
            .put("seq", answer.path("seq").asLong())
            .put("at", Frames.text(answer, "at"))
            .put("from", me)
            .put("encrypted", true));
  }
}

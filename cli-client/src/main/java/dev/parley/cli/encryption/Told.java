package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.frame.Frames;
import java.util.List;
import java.util.function.Consumer;

/// What the client itself tells of encryption, as frames beside those of the server.
final class Told {
  private final Consumer<ObjectNode> sink;
  private String lastChange = "";

  Told(Consumer<ObjectNode> sink) {
    this.sink = sink;
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
  void onSwitched(JsonNode answer, String me) {
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

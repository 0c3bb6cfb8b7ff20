package dev.parley.deploy.acceptance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.deploy.acceptance.frame.FrameTalk;
import java.util.Map;
import java.util.UUID;

/// Speaks the frame protocol.
///
/// @param door name of the door, or of the program between
/// @param handle the handle
/// @param talk of somebody who is logged in
record FrameParticipant(String door, String handle, FrameTalk talk) implements Participant {
  @Override
  public long post(String group, String text) {
    String clientId = UUID.randomUUID().toString();
    return talk.ask("send", Map.of("to", "#" + group, "text", text, "clientId", clientId))
        .path("seq")
        .asLong();
  }

  @Override
  public Heard hear(String group) {
    JsonNode message = talk.awaitEvent("message");
    while (!message.path("conversation").asText().equals("#" + group)) {
      message = talk.awaitEvent("message");
    }
    return new Heard(
        message.path("seq").asLong(), message.path("from").asText(), message.path("text").asText());
  }
}

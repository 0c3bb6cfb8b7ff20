package dev.parley.deploy.acceptance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.deploy.acceptance.frame.FrameClient;
import java.util.Map;
import java.util.UUID;

/// Speaks the frame protocol.
///
/// @param handle the handle
/// @param client logged in
record FrameParticipant(String handle, FrameClient client) implements Participant {
  @Override
  public String door() {
    return "ws";
  }

  @Override
  public long post(String group, String text) {
    String clientId = UUID.randomUUID().toString();
    return client
        .ask("send", Map.of("to", "#" + group, "text", text, "clientId", clientId))
        .path("seq")
        .asLong();
  }

  @Override
  public Heard hear(String group) {
    JsonNode message = client.awaitEvent("message");
    while (!message.path("conversation").asText().equals("#" + group)) {
      message = client.awaitEvent("message");
    }
    return new Heard(
        message.path("seq").asLong(), message.path("from").asText(), message.path("text").asText());
  }
}

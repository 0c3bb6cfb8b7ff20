package dev.parley.deploy.acceptance.matrix;

import dev.parley.deploy.acceptance.line.Event;
import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.ReceivedMessage;

/// Speaks the line protocol.
///
/// @param door name of the door
/// @param handle the handle
/// @param client logged in
record LineParticipant(String door, String handle, LineClient client) implements Participant {
  @Override
  public long post(String group, String text) {
    String answer = client.ask("message group " + group + " " + text).line();
    String start = "+ok message #" + group + " ";
    if (!answer.startsWith(start)) {
      throw new AssertionError(handle + " got " + answer);
    }
    return Long.parseLong(answer.substring(start.length()));
  }

  @Override
  public Heard hear(String group) {
    Event event =
        client.awaitEvent(
            "a message in #" + group, each -> each.line().startsWith("* msg #" + group + " "));
    ReceivedMessage message = ReceivedMessage.of(event);
    return new Heard(message.seq(), message.author(), message.text());
  }
}

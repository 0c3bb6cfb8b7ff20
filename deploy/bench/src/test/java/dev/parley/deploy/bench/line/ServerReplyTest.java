package dev.parley.deploy.bench.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ServerReplyTest {

  @Test
  void readsADoneCommand() {
    // When
    ServerReply reply = ServerReply.of("+ok message @bob 17");

    // Then
    assertThat(reply).isEqualTo(new ServerReply.Done("message @bob 17"));
    assertThat(((ServerReply.Done) reply).lastNumber()).isEqualTo(17);
  }

  @Test
  void readsARefusedCommand() {
    // When
    ServerReply reply = ServerReply.of("-err rate_limited 250 milliseconds");

    // Then
    assertThat(reply).isEqualTo(new ServerReply.Refused("rate_limited", "250 milliseconds"));
  }

  @Test
  void readsARefusalWithoutWords() {
    // When
    ServerReply reply = ServerReply.of("-err");

    // Then
    assertThat(reply).isEqualTo(new ServerReply.Refused("", ""));
  }
}

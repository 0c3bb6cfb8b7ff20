package dev.parley.gateway.door.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.delivery.MutedMember;
import dev.parley.gateway.door.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandOutputTest {
  @ParameterizedTest
  @MethodSource("answers")
  void tellsAScriptWhatItNeeds(Reply reply, String out, String error, int status) {
    // When
    CommandOutput output = CommandOutput.of(reply);

    // Then
    assertThat(output.out()).asString(StandardCharsets.UTF_8).isEqualTo(out);
    assertThat(output.error()).asString(StandardCharsets.UTF_8).isEqualTo(error);
    assertThat(output.status()).isEqualTo(status);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(
            new Reply.Members("#team", List.of("alice", "bob"), List.of()), "alice\nbob\n", "", 0),
        Arguments.of(new Reply.Members("#team", List.of(), List.of()), "", "", 0),
        Arguments.of(
            new Reply.Muted("#team", List.of(new MutedMember("bob", null))), "bob -\n", "", 0),
        Arguments.of(
            new Reply.Posted("@alice+bob", "alice", false, 5, 0), "message @bob 5\n", "", 0),
        Arguments.of(
            new Reply.Failed(ErrorCode.NO_SUCH_USER, "there is no user x"),
            "",
            "parley: no_such_user there is no user x\n",
            1),
        Arguments.of(
            new Reply.Failed(ErrorCode.BAD_COMMAND, "usage: ping USER"),
            "",
            "parley: bad_command usage: ping USER\n",
            2));
  }
}

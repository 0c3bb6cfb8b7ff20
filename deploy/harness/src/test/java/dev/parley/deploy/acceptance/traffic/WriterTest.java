package dev.parley.deploy.acceptance.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.history.Outcome;
import dev.parley.deploy.acceptance.line.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriterTest {

  @Test
  void takesAnAcknowledgementAtItsWord() {
    assertThat(outcome("+ok message #team 17")).isEqualTo(new Outcome.Acknowledged(17));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-err unavailable no answer in time", "-err internal a fault"})
  void leavesOpenWhatTheServerDoesNotKnow(String line) {
    assertThat(outcome(line)).isInstanceOf(Outcome.Unresolved.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-err rate_limited 50 slower", "-err not_member no", "-err blocked no"})
  void takesEveryOtherRefusalAsCertain(String line) {
    assertThat(outcome(line)).isInstanceOf(Outcome.Refused.class);
  }

  private static Outcome outcome(String line) {
    return Writer.outcome(new Reply(line, List.of()));
  }
}

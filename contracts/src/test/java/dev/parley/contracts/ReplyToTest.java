package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class ReplyToTest {
  @Test
  void printsAsTheCorrelationId() {
    assertThat(new ReplyTo("gw-1", 4711)).hasToString("gw-1/4711");
  }

  @Test
  @SuppressWarnings("NullAway") // A record read from bytes may lack the field: that is the point.
  void refusesAMissingGateway() {
    assertThatNullPointerException().isThrownBy(() -> new ReplyTo(null, 1)).withMessage("gateway");
  }
}

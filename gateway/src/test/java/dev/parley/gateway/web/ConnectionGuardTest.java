package dev.parley.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionGuardTest {
  private static final Duration PERIOD = Duration.ofSeconds(15);

  private final WebLimit limit = new WebLimit(9, 2);
  private final ConnectionGuard guard = new ConnectionGuard(limit, PERIOD);
  private final EmbeddedChannel channel = open(guard);

  private static EmbeddedChannel open(ConnectionGuard guard) {
    EmbeddedChannel made = new EmbeddedChannel();
    made.freezeTime();
    made.pipeline().addFirst(guard);
    made.pipeline().fireChannelActive();
    return made;
  }

  private void pass(Duration time) {
    channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
  }

  @Test
  void closesAConnectionThatAsksNothing() {
    pass(PERIOD.minusMillis(1));
    assertThat(channel.isOpen()).isTrue();

    pass(Duration.ofMillis(1));
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void closesAConnectionThatAsksNothingMore() {
    guard.onRequest();
    guard.onAnswered();
    pass(PERIOD);
    assertThat(channel.isOpen()).isTrue();

    pass(PERIOD);
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void leavesAConnectionOpenWhileItIsAnswered() {
    guard.onRequest();
    for (int i = 0; i < 5; i++) {
      pass(PERIOD);
    }

    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void closesOneConnectionTooManyAtOnce() {
    EmbeddedChannel second = open(new ConnectionGuard(limit, PERIOD));
    EmbeddedChannel third = open(new ConnectionGuard(limit, PERIOD));
    assertThat(second.isOpen()).isTrue();
    assertThat(third.isOpen()).isFalse();

    second.close();
    assertThat(open(new ConnectionGuard(limit, PERIOD)).isOpen()).isTrue();
  }

  @Test
  void countsEachAddressApart() {
    WebLimit strict = new WebLimit(1, 9);

    assertThat(strict.enter("192.0.2.1")).isTrue();
    assertThat(strict.enter("192.0.2.1")).isFalse();
    assertThat(strict.enter("192.0.2.2")).isTrue();
  }
}

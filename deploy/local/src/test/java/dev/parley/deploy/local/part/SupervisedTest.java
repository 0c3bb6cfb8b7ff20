package dev.parley.deploy.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.deploy.embedded.StartFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SupervisedTest {

  private final FakePart part = new FakePart();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final Supervised supervised = new Supervised(part, new Recording());

  @Test
  void startsAPartAgainThatDies() {
    // Given
    supervised.start();

    // When
    part.die(137);

    // Then
    await().untilAsserted(() -> assertThat(supervised.restarts()).isEqualTo(1));
    await().untilAsserted(() -> assertThat(supervised.phase()).isEqualTo(Phase.READY));
    assertThat(events).containsExactly("ready", "ended with code 137", "ready");
  }

  @Test
  void triesAgainWhenARestartFails() {
    // Given
    supervised.start();
    part.failNext(1);

    // When
    part.die(1);

    // Then
    await().untilAsserted(() -> assertThat(part.starts()).isEqualTo(3));
    await().untilAsserted(() -> assertThat(supervised.phase()).isEqualTo(Phase.READY));
    assertThat(events).contains("fake-1 ended with code 9");
  }

  @Test
  void triesAgainWhenARestartFindsTheDiskFull() {
    // Given
    supervised.start();
    part.failNext(new UncheckedIOException(new IOException("No space left on device")));

    // When
    part.die(1);

    // Then
    await().untilAsserted(() -> assertThat(part.starts()).isEqualTo(3));
    await().untilAsserted(() -> assertThat(supervised.phase()).isEqualTo(Phase.READY));
    assertThat(events).contains("java.io.IOException: No space left on device");
    assertThat(part.ranTwice()).isFalse();
  }

  @Test
  void leavesAPartAloneThatWasStopped() {
    // Given
    supervised.start();

    // When
    supervised.stop();

    // Then
    assertThat(supervised.phase()).isEqualTo(Phase.STOPPED);
    assertThat(events).containsExactly("ready");
    assertThat(part.starts()).isEqualTo(1);
  }

  @Test
  void reportsAFirstStartThatFails() {
    // Given
    part.failNext(1);

    // When, Then
    assertThatThrownBy(supervised::start).isInstanceOf(StartFailedException.class);
    assertThat(part.starts()).isEqualTo(1);
  }

  private final class Recording implements PartListener {

    @Override
    public void onPhase(Supervised changed) {}

    @Override
    public void onReady(Supervised ready, Duration took) {
      events.add("ready");
    }

    @Override
    public void onDied(Supervised dead, String cause, Duration pause) {
      events.add(cause);
    }
  }
}

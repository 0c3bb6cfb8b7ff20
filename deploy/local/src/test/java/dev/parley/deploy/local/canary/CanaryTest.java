package dev.parley.deploy.local.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.local.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanaryTest {
  private static final CanaryAccount ACCOUNT = new CanaryAccount("tweety", "secret-of-tweety");
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_000));

  private final List<String> happened = new ArrayList<>();
  private final CanaryRecord record = new CanaryRecord();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final Console console =
      new Console(new PrintStream(output, true, StandardCharsets.UTF_8), false);

  @Test
  void staysLoggedInFromOneDoorToTheNext() {
    // Given
    Canary canary = canary(door("tcp"), door("ssh"), door("ws"));

    // When
    canary.round();

    // Then
    assertThat(happened).containsExactly("visit tcp", "visit ssh", "visit ws", "close tcp");
    canary.close();
    assertThat(happened).last().isEqualTo("close ws");
  }

  @Test
  void tellsWhatItSawAndNoPassword() {
    // Given
    Canary canary = canary(door("tcp"), broken("tls"));

    // When
    boolean well = canary.round();

    // Then
    assertThat(well).isFalse();
    assertThat(output.toString(StandardCharsets.UTF_8))
        .contains("canary door=tcp outcome=ok login_ms=30 round_trip_ms=5")
        .contains("canary door=tls outcome=failed cause=-err locked 57 too many wrong passwords")
        .doesNotContain("secret-of-tweety");
    assertThat(record.metrics())
        .contains("parley_canary_runs_total{door=\"tcp\",outcome=\"ok\"} 1\n")
        .contains("parley_canary_runs_total{door=\"tls\",outcome=\"failed\"} 1\n")
        .contains("parley_canary_round_trip_seconds{door=\"tcp\"} 0.005000\n")
        .contains("parley_canary_login_seconds{door=\"tcp\"} 0.030000\n")
        .contains("parley_canary_last_success_timestamp_seconds{door=\"tcp\"} 1000.000000\n")
        .contains("parley_canary_last_success_timestamp_seconds{door=\"tls\"} 0.000000\n");
  }

  @Test
  void printsNothingThatDrivesATerminal() {
    // Then
    assertThat(new CanaryException("a\u001b[2Jb\nc")).hasMessage("a [2Jb c");
  }

  private Canary canary(CanaryDoor... doors) {
    return new Canary(ACCOUNT, List.of(doors), record, CLOCK, console);
  }

  private CanaryDoor door(String name) {
    return new FakeDoor(
        name,
        () -> new CanaryDoor.Visit(30_000_000, 5_000_000, () -> happened.add("close " + name)));
  }

  private CanaryDoor broken(String name) {
    return new FakeDoor(
        name,
        () -> {
          throw new CanaryException("-err locked 57 too many wrong passwords");
        });
  }

  private final class FakeDoor implements CanaryDoor {
    private final String name;
    private final java.util.function.Supplier<Visit> visit;

    FakeDoor(String name, java.util.function.Supplier<Visit> visit) {
      this.name = name;
      this.visit = visit;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Visit visit(CanaryAccount account, String text) {
      happened.add("visit " + name);
      return visit.get();
    }
  }
}

package dev.parley.deploy.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has /proc")
final class ProcessMeterTest {

  @Test
  void measuresTheTimeAndMemoryOfAProcess() {
    // Given
    ProcessMeter meter = new ProcessMeter(List.of(Monitored.self()));
    meter.start();

    // When
    Awaitility.await()
        .pollInSameThread()
        .until(() -> spin() && meter.stop().getFirst().cpuSeconds() > 0.05);

    // Then
    ProcessUse use = meter.stop().getFirst();
    assertThat(use.name()).isEqualTo("bench");
    assertThat(use.memoryMib()).isGreaterThan(10);
  }

  @Test
  void findsNothingWhereNoProcessIs() {
    // Given
    ProcessMeter meter = new ProcessMeter(List.of(new Monitored("gone", Integer.MAX_VALUE)));
    meter.start();

    // When
    List<ProcessUse> use = meter.stop();

    // Then
    assertThat(use).containsExactly(new ProcessUse("gone", 0, 0));
  }

  private static boolean spin() {
    long end = System.nanoTime() + 20_000_000;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return true;
  }
}

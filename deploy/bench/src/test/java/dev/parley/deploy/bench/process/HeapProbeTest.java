package dev.parley.deploy.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class HeapProbeTest {

  private static final long KIB = 1024;

  @Test
  void addsTheGenerationsOfSerial() {
    // When
    long used =
        HeapProbe.parse(
            """
            4711:
             def new generation   total 9216K, used 1234K [0x1, 0x2, 0x3)
              eden space 8192K,  15% used [0x1, 0x2, 0x3)
             tenured generation   total 20480K, used 2000K [0x1, 0x2, 0x3)
               the  space 20480K,   9% used [0x1, 0x2, 0x3)
             Metaspace       used 5000K, committed 5100K, reserved 1114112K
              class space    used 500K, committed 600K, reserved 1048576K
            """);

    // Then
    assertThat(used).isEqualTo(3_234 * KIB);
  }

  @Test
  void readsG1() {
    // When
    long used =
        HeapProbe.parse(
            """
             garbage-first heap   total reserved 524288K, committed 32768K, used 7777K [0x1, 0x2)
              region size 1024K, 3 young (3072K), 1 survivors (1024K)
             Metaspace       used 5000K, committed 5100K, reserved 1114112K
            """);

    // Then
    assertThat(used).isEqualTo(7_777 * KIB);
  }

  @Test
  void asksARunningJvm() {
    // When
    long used = new HeapProbe().usedAfterCollection(ProcessHandle.current().pid());

    // Then
    assertThat(used).isGreaterThan(KIB);
  }

  @Test
  void saysThatAProcessIsNoJvm() {
    // When // Then
    assertThatThrownBy(() -> new HeapProbe().usedAfterCollection(Integer.MAX_VALUE))
        .isInstanceOf(HeapUnknownException.class);
  }
}

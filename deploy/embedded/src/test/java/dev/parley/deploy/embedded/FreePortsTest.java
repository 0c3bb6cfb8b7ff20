package dev.parley.deploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  @Test
  void givesNoPortTwice() {
    // When
    List<Integer> ports = Stream.generate(FreePorts::next).limit(500).toList();

    // Then
    assertThat(ports).doesNotHaveDuplicates();
  }
}

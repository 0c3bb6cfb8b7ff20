package dev.parley.deploy.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortOffsetsTest {

  @Test
  void keepsWhatItHasGivenAlsoBeforeSomebodyListensThere() {
    // When
    List<Integer> offsets = Stream.generate(PortOffsets::free).limit(40).toList();

    // Then
    assertThat(offsets).doesNotHaveDuplicates();
  }
}

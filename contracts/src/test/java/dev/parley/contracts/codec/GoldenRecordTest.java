package dev.parley.contracts.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The shape of each kind, as it lies in logs for ever: a golden file is added, never changed.
class GoldenRecordTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  /// Read for ever, but written no longer: a list that they lack is written as an empty one.
  private static final Set<String> AGED = Set.of("parley.gateway/HistoryPage");

  @ParameterizedTest
  @MethodSource("written")
  void isWhatProducersWrite(Sample<?> sample) throws IOException {
    assertThat(sample.json()).isEqualTo(golden(sample));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReadByConsumers(Sample<?> sample) throws IOException {
    // When
    Decoded<?> decoded = sample.decode(golden(sample));

    // Then
    assertThat(decoded).usingRecursiveComparison().isEqualTo(new Decoded.Known<>(sample.record()));
  }

  @Test
  void existsForEachKindAndForNothingElse() throws IOException {
    // Given
    List<String> kinds = samples().map(GoldenRecordTest::file).map(Path::toString).toList();

    // When
    List<String> files;
    try (Stream<Path> found = Files.walk(FOLDER)) {
      files = found.filter(Files::isRegularFile).map(Path::toString).toList();
    }

    // Then
    assertThat(files).containsExactlyInAnyOrderElementsOf(kinds);
  }

  static Stream<Sample<?>> samples() {
    return TopicSamples.each();
  }

  static Stream<Sample<?>> written() {
    return samples().filter(sample -> !AGED.contains(sample.toString()));
  }

  private static String golden(Sample<?> sample) throws IOException {
    return Files.readString(file(sample)).strip();
  }

  private static Path file(Sample<?> sample) {
    String name = sample.kind() + sample.shape() + ".v" + RecordCodec.VERSION + ".json";
    return FOLDER.resolve(sample.topic()).resolve(name);
  }
}

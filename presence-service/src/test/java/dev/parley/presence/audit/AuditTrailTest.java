package dev.parley.presence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.consumer.TemporaryFaultException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {

  @TempDir Path folder;

  private final InMemoryAuditStore store = new InMemoryAuditStore();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private AuditTrail trail;
  private Path file;

  @BeforeEach
  void openTrail() {
    file = folder.resolve("audit.log");
    trail = new AuditTrail(store, new AuditFile(FixedAuditConfig.of(file, 10_000_000, 2)), meters);
  }

  @Test
  void keepsEventsInTheStoreAndInTheFile() throws IOException {
    // Given
    List<AuditedEvent> events = posted(12_345);

    // When
    trail.keep(events);

    // Then
    assertThat(store.events()).isEqualTo(events);
    assertThat(Files.readAllLines(file)).hasSize(12_345);
    assertThat(meters.counter("parley.audit.events", "action", "message_posted").count())
        .isEqualTo(12_345);
  }

  @Test
  void addsNothingWhenEventsAreToldAgain() throws IOException {
    // Given
    trail.keep(posted(3));

    // When
    trail.keep(posted(4));

    // Then
    assertThat(Files.readAllLines(file)).hasSize(4);
    assertThat(meters.counter("parley.audit.events", "action", "message_posted").count())
        .isEqualTo(4);
  }

  @Test
  void storesNothingThatTheFileDoesNotTake() throws IOException {
    // Given
    Files.delete(file);
    Files.createDirectory(file);

    // When
    assertThatThrownBy(() -> trail.keep(posted(3))).isInstanceOf(TemporaryFaultException.class);

    // Then
    assertThat(store.events()).isEmpty();
  }

  private static List<AuditedEvent> posted(int count) {
    return LongStream.range(0, count)
        .mapToObj(offset -> AuditedEvents.posted("parley.conversations", offset))
        .toList();
  }
}

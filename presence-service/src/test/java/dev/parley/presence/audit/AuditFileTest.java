package dev.parley.presence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.consumer.TemporaryFaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {

  private static final long LINE = lineLength();

  @TempDir Path folder;

  @Test
  void addsALineForEachEvent() throws IOException {
    // Given
    AuditFile audit = open(1_000_000);

    // When
    audit.append(List.of(event(1), event(2)));
    audit.append(List.of(event(3)));

    // Then
    assertThat(lines("audit.log")).hasSize(3).allMatch(line -> line.startsWith("{\"at\":"));
  }

  @Test
  void goesOnWhereItWasAfterARestart() throws IOException {
    // Given
    AuditFile before = open(1_000_000);
    before.append(List.of(event(1)));
    before.close();

    // When
    open(1_000_000).append(List.of(event(2)));

    // Then
    assertThat(lines("audit.log")).hasSize(2);
  }

  @Test
  void cutsOffALineThatACrashHasTorn() throws IOException {
    // Given
    Files.createDirectories(folder.resolve("logs"));
    Files.writeString(path("audit.log"), "{\"at\":\"whole\"}\n{\"at\":\"to");

    // When
    open(1_000_000).append(List.of(event(1)));

    // Then
    assertThat(lines("audit.log")).hasSize(2).first().isEqualTo("{\"at\":\"whole\"}");
  }

  @Test
  void keepsSoManyOldFiles() throws IOException {
    // Given
    AuditFile audit = open(2 * LINE);

    // When
    for (int offset = 10; offset < 19; offset++) {
      audit.append(List.of(event(offset)));
    }

    // Then
    assertThat(lines("audit.log")).hasSize(1);
    assertThat(lines("audit.log.1")).hasSize(2);
    assertThat(lines("audit.log.2")).hasSize(2);
    assertThat(path("audit.log.3")).doesNotExist();
    assertThat(lines("audit.log.1").getFirst()).contains("/16/");
  }

  @Test
  void givesABatchThatIsLargerThanAFileAFileOfItsOwn() throws IOException {
    // Given
    AuditFile audit = open(LINE);

    // When
    audit.append(List.of(event(10), event(11), event(12)));

    // Then
    assertThat(lines("audit.log")).hasSize(3);
  }

  @Test
  void sharesItsFileWithAnotherInstance() throws IOException {
    // Given
    AuditFile one = open(3 * LINE);
    AuditFile other = open(3 * LINE);

    // When
    for (int offset = 10; offset < 14; offset++) {
      one.append(List.of(event(offset)));
      other.append(List.of(event(offset + 10)));
    }

    // Then
    assertThat(lines("audit.log")).hasSize(2);
    assertThat(lines("audit.log.1")).hasSize(3);
    assertThat(lines("audit.log.2")).hasSize(3);
  }

  @Test
  void refusesToStartWithAFileItCannotWrite() {
    // Given
    var config = FixedAuditConfig.of(folder, 1_000, 2);

    // When
    // Then
    assertThatThrownBy(() -> new AuditFile(config))
        .isInstanceOf(AuditFileException.class)
        .hasMessageContaining("parley.presence.audit.file");
  }

  @Test
  void asksForAnotherTryWhileTheDiskDoesNotTakeTheLines() throws IOException {
    // Given
    AuditFile audit = open(1_000_000);
    Files.delete(path("audit.log"));
    Files.createDirectory(path("audit.log"));
    assertThatThrownBy(() -> audit.append(List.of(event(1))))
        .isInstanceOf(TemporaryFaultException.class);

    // When
    Files.delete(path("audit.log"));
    audit.append(List.of(event(1)));

    // Then
    assertThat(lines("audit.log")).hasSize(1);
  }

  private AuditFile open(long rotateAt) {
    return new AuditFile(FixedAuditConfig.of(path("audit.log"), rotateAt, 2));
  }

  private Path path(String name) {
    return folder.resolve("logs").resolve(name);
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(path(name));
  }

  private static AuditedEvent event(long offset) {
    return AuditedEvents.failed("parley.auth", offset);
  }

  private static long lineLength() {
    return AuditLines.of(List.of(event(10))).length;
  }
}

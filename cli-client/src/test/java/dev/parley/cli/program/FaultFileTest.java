package dev.parley.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.config.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultFileTest {

  @TempDir Path folder = Path.of("");

  private Path state = Path.of("");
  private Path file = Path.of("");
  private FaultFile faults = new FaultFile(new Places(state, state, state));

  @BeforeEach
  void open() {
    state = folder.resolve("state");
    file = state.resolve("faults.log");
    faults = new FaultFile(new Places(state, state, state));
  }

  @Test
  void appendsFaultsWhereOnlyTheirOwnerCanReadThem() throws IOException {
    // Given
    faults.add(fault());

    // When
    String how = faults.add(new IllegalArgumentException("and again"));

    // Then
    assertThat(how).contains("report it").endsWith(file.toString());
    assertThat(file)
        .content()
        .contains("it went wrong", "and again", "at " + FaultFileTest.class.getName());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void beginsAnewAboveItsLimit() throws IOException {
    // Given
    Files.createDirectories(state);
    Files.write(file, new byte[(1 << 20) + 1]);

    // When
    faults.add(fault());

    // Then
    assertThat(file).content().contains("it went wrong").doesNotContain("\0");
  }

  @Test
  void saysWhereNothingCouldBeWritten() throws IOException {
    // Given
    Files.createFile(state);

    // When
    String how = faults.add(fault());

    // Then
    assertThat(how).contains("could not be written to " + file);
  }

  @Test
  void namesAFaultInOneLineThatDrivesNoTerminal() {
    // When
    String name = FaultFile.name(new IllegalStateException("sent:\n\u001b]52;c;aGk=\u0007"));

    // Then
    assertThat(name)
        .isEqualTo("a fault of the client: java.lang.IllegalStateException: sent: ^[]52;c;aGk=^G");
  }

  private static IllegalStateException fault() {
    return new IllegalStateException("it went wrong");
  }
}

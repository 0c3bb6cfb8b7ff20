package dev.parley.cli.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.cli.frame.FileRef;
import dev.parley.cli.sealed.SealedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTransferTest {
  private static final Duration SOON = Duration.ofMillis(1);

  @RegisterExtension private final FakeFiles files = new FakeFiles();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 65_536, 300_001})
  void bringsAFileThatTheServerCannotRead(int size) throws IOException {
    // Given
    byte[] clear = FakeFiles.random(size);

    // When
    SealedUpload.Sent sent = upload(clear);
    Path saved = download(reference(sent));

    // Then
    assertThat(Files.readAllBytes(saved)).isEqualTo(clear);
    assertThat(saved).hasFileName("cat.png");
    assertThat(files.bytes()).hasSize((int) SealedFile.sealedSize(size)).isNotEqualTo(clear);
    assertThat(files.name()).isEqualTo("encrypted");
    assertThat(sent.secret().size()).isEqualTo(size);
  }

  @Test
  void leavesNothingBehindOfWhatWasAltered() throws IOException {
    // Given
    SealedUpload.Sent sent = upload(FakeFiles.random(1_000));
    byte[] altered = files.bytes().clone();
    altered[500] ^= 1;
    files.with(altered);

    // Then
    assertThatExceptionOfType(FileChangedException.class)
        .isThrownBy(() -> download(reference(sent)))
        .withMessage("what came was altered on its way");
    assertThat(folder.resolve("got")).isEmptyDirectory();
  }

  @Test
  void savesNoOtherFileThanTheOneThatWasWritten() throws IOException {
    // Given
    SealedUpload.Sent sent = upload(FakeFiles.random(1_000));
    FileRef other =
        new FileRef(
            sent.id(),
            "cat.png",
            sent.secret().size(),
            FakeFiles.hash("another".getBytes(StandardCharsets.UTF_8)),
            reference(sent).stored());

    // Then
    assertThatExceptionOfType(FileChangedException.class).isThrownBy(() -> download(other));
    assertThat(folder.resolve("got")).isEmptyDirectory();
  }

  private SealedUpload.Sent upload(byte[] clear) throws IOException {
    Path file = Files.write(folder.resolve("anything"), clear);
    return new SealedUpload(files.server(), file, "cat.png", new ProgressBar("x", _ -> {}), SOON)
        .run();
  }

  private FileRef reference(SealedUpload.Sent sent) {
    byte[] stored = files.bytes();
    return new FileRef(
        sent.id(),
        sent.secret().name(),
        sent.secret().size(),
        sent.secret().sha256(),
        new FileRef.Stored(stored.length, FakeFiles.hash(stored), sent.secret().key()));
  }

  private Path download(FileRef file) throws IOException {
    Path to = Files.createDirectories(folder.resolve("got"));
    try (Stream<Path> old = Files.list(to)) {
      assertThat(old).isEmpty();
    }
    return new Download(files.server(), file, to, new ProgressBar("x", _ -> {}), SOON).run();
  }
}

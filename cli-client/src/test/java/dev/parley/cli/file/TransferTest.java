package dev.parley.cli.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.frame.FileRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferTest {
  private static final Duration SOON = Duration.ofMillis(1);
  private static final int MEBIBYTE = 1024 * 1024;

  @RegisterExtension private final FakeFiles files = new FakeFiles();

  @TempDir Path folder;

  private final List<String> said = new ArrayList<>();

  @Test
  void sendsAFileChunkByChunk() throws IOException {
    // Given
    byte[] bytes = FakeFiles.random(2 * MEBIBYTE + 7);

    // When
    String id = upload("my cat.png", bytes);

    // Then
    assertThat(id).isEqualTo(FakeFiles.ID);
    assertThat(files.bytes()).isEqualTo(bytes);
    assertThat(files.name()).isEqualTo("my cat.png");
    assertThat(files.patches).hasValue(3);
    assertThat(said)
        .containsExactly("x [#########-----------] 49 %", "x [###################-] 99 %");
  }

  @Test
  void sendsAnEmptyFile() throws IOException {
    assertThat(upload("empty", new byte[0])).isEqualTo(FakeFiles.ID);
    assertThat(files.patches).hasValue(0);
  }

  /// The chunk arrived, its answer did not: it is not sent again.
  @Test
  void asksHowFarItIsAfterABreak() throws IOException {
    // Given
    byte[] bytes = FakeFiles.random(3 * MEBIBYTE);
    files.losesAnswers.set(2);

    // When
    upload("a", bytes);

    // Then
    assertThat(files.bytes()).isEqualTo(bytes);
    assertThat(files.patches).hasValue(3);
  }

  @Test
  void saysWhatTheServerRefused() {
    files.refuses = 413;

    assertThatThrownBy(() -> upload("a", new byte[] {1}))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.code()).isEqualTo("no_room"));
  }

  @Test
  void getsAFileAndGoesOnAfterEveryBreak() throws IOException {
    // Given
    byte[] bytes = FakeFiles.random(300_000);
    files.with(bytes).breaksAfter = 100_000;

    // When
    Path saved = download(file("../a.bin", bytes, FakeFiles.hash(bytes)), folder);

    // Then
    assertThat(saved.getFileName()).hasToString("_.._a.bin");
    assertThat(Files.readAllBytes(saved)).isEqualTo(bytes);
    assertThat(inFolder()).hasSize(1);
  }

  @Test
  void neverOverwritesWhatIsThere() throws IOException {
    // Given
    byte[] bytes = {1, 2, 3};
    files.with(bytes);
    FileRef file = file("a.txt", bytes, FakeFiles.hash(bytes));
    Files.writeString(folder.resolve("a.txt"), "mine");

    // When
    Path first = download(file, folder);
    Path second = download(file, folder.resolve("a.txt"));

    // Then
    assertThat(first).isEqualTo(folder.resolve("a (1).txt"));
    assertThat(second).isEqualTo(folder.resolve("a (2).txt"));
    assertThat(folder.resolve("a.txt")).hasContent("mine");
  }

  @Test
  void keepsNothingThatHasAnotherHash() throws IOException {
    // Given
    byte[] bytes = {1, 2, 3};
    files.with(bytes);

    // When / Then
    assertThatThrownBy(() -> download(file("a", bytes, "0".repeat(64)), folder))
        .isInstanceOf(FileChangedException.class);
    assertThat(inFolder()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cat.png, cat.png",
    "../../etc/passwd, _.._.._etc_passwd",
    ".bashrc, _.bashrc",
    "-rf, _-rf",
    "'', file",
    "C:\\a, C__a"
  })
  void makesNamesThatDoNoHarm(String foreign, String name) {
    assertThat(SafeName.of(foreign)).isEqualTo(name);
  }

  private String upload(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return new Upload(files.server(), file, new ProgressBar("x", said::add), SOON).run();
  }

  private Path download(FileRef file, Path wanted) throws IOException {
    ProgressBar progress = new ProgressBar("x", said::add);
    return new Download(files.server(), file, wanted, progress, SOON).run();
  }

  private List<Path> inFolder() throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.toList();
    }
  }

  private static FileRef file(String name, byte[] bytes, String hash) {
    return new FileRef(FakeFiles.ID, name, bytes.length, hash);
  }
}

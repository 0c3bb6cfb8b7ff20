package dev.parley.deploy.local.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

  @Test
  void givesBackWhatWasWritten() throws IOException {
    // Given
    Map<String, String> taken = new LinkedHashMap<>();

    // When
    Manifest manifest =
        ArchiveReader.read(
            new ByteArrayInputStream(Archives.whole()),
            (entry, in) -> taken.put(entry, new String(in.readAllBytes(), StandardCharsets.UTF_8)));

    // Then
    assertThat(taken)
        .containsExactly(
            Map.entry("tables/auth/account.copy", "alice\nbob\n".repeat(500)),
            Map.entry("data/tokens/token.jwk", "{}"));
    assertThat(manifest.header()).isEqualTo(Archives.HEADER);
    assertThat(manifest.tables()).containsExactly(Archives.TABLE);
    assertThat(manifest.rows()).isEqualTo(2);
    assertThat(manifest.files()).isEqualTo(1);
  }

  @Test
  void refusesAFileThatWasCutShortAnywhere() {
    byte[] whole = Archives.whole();
    // Behind the last entry a zip has a directory, which nobody reads here.
    int directory = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");

    for (int length = 0; length < directory - 16; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> verify(cut)).isInstanceOf(BadArchiveException.class);
    }
  }

  @Test
  void refusesAFileOfWhichAByteWasAltered() {
    byte[] whole = Archives.whole();
    int rows = new String(whole, StandardCharsets.ISO_8859_1).indexOf("account.copy") + 30;

    for (int position = rows; position < rows + 20; position++) {
      byte[] altered = whole.clone();
      altered[position] ^= 0x10;
      assertThatThrownBy(() -> verify(altered))
          .isInstanceOfAny(BadArchiveException.class)
          .hasMessageContaining("the archive");
    }
  }

  @Test
  void namesTheVersionOfANewerFormat() {
    byte[] newer = Archives.of(new Header(Header.FORMAT + 1, "9.9", "2030-01-01T00:00:00Z"));

    assertThatThrownBy(() -> verify(newer))
        .hasMessage("the backup has format 2, written by Parley 9.9; this Parley reads up to 1");
  }

  @Test
  void refusesWhatIsNoBackup() {
    assertThatThrownBy(() -> verify("hello".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("the file is no backup of Parley");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"data/../x", "data/tokens/../../x", "data//etc/passwd", "data/", "data/a\0b"})
  void refusesNamesThatLeadOutOfTheFolder(String entry) {
    assertThatThrownBy(() -> DataEntries.resolve(entry, Path.of("/home/data")))
        .isInstanceOfAny(BadArchiveException.class, java.nio.file.InvalidPathException.class);
  }

  @Test
  void keepsNamesOfTheFolder() {
    assertThat(DataEntries.resolve("data/tokens/token.jwk", Path.of("/home/data")))
        .isEqualTo(Path.of("/home/data/tokens/token.jwk"));
  }

  private static void verify(byte[] bytes) throws IOException {
    var _ = ArchiveReader.verify(new ByteArrayInputStream(bytes));
  }
}

package dev.parley.gateway.file.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNotesTest {
  @TempDir Path folder;

  @Test
  void tellsWhatIsNotThereFromWhatCannotBeLookedAt() throws IOException {
    // Given
    Files.createFile(folder.resolve("file.json"));
    Path loop = folder.resolve("loop");
    Files.createSymbolicLink(loop, loop);

    // When / Then
    assertThat(new FileNotes().isIn(folder)).isTrue();
    assertThat(new FileNotes().isIn(folder.resolve("none"))).isFalse();
    assertThatThrownBy(() -> new FileNotes().isIn(loop)).isInstanceOf(StoreFaultException.class);
  }

  @Test
  void readsWhatAnOlderVersionNoted() throws IOException {
    // Given
    Files.writeString(
        folder.resolve("file.json"),
        """
        {"id":"07","owner":"alice","name":"a.txt","size":1,"promised":null,"createdAt":1,\
        "expiresAt":2,"received":1,"content":null,"errand":null,\
        "claim":{"conversation":"#team","clientMessageId":"c1","attached":false}}
        """);

    // When
    StoredFile file = new FileNotes().read(folder).orElseThrow();

    // Then
    assertThat(file.claim()).isEqualTo(new StoredFile.Claim("#team", "c1", false, false));
  }
}

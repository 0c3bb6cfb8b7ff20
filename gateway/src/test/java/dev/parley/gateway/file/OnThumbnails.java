package dev.parley.gateway.file;

import dev.parley.gateway.file.folder.FolderFileStore;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Small pictures of files in a folder.
abstract class OnThumbnails {
  @TempDir Path folder;

  FileStore store;
  Thumbnails thumbnails;
  private FileParts parts;

  @BeforeEach
  void begin() {
    store = new FolderFileStore(folder, 0);
    parts = FileFixtures.parts(store, folder);
    thumbnails = new Thumbnails(store);
  }

  StoredFile file(byte[] bytes) {
    return FileFixtures.complete(parts, bytes);
  }

  static BufferedImage read(Optional<byte[]> picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.orElseThrow()));
  }
}

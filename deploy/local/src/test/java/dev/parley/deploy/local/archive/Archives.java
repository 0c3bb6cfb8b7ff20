package dev.parley.deploy.local.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Small archives.
final class Archives {

  static final Header HEADER = new Header(Header.FORMAT, "0.1.0", "2026-11-29T10:00:00Z");
  static final Table TABLE = new Table("auth", "account", List.of("handle"), 2);

  private Archives() {}

  static byte[] whole() {
    return of(HEADER);
  }

  static byte[] of(Header header) {
    var bytes = new ByteArrayOutputStream();
    try (var writer = new ArchiveWriter(header, bytes)) {
      add(writer, TABLE.entry(), "alice\nbob\n".repeat(500));
      add(writer, "data/tokens/token.jwk", "{}");
      writer.finish(
          List.of(new Migration("auth", "1", "V1__accounts.sql", 17)),
          List.of(TABLE),
          List.of(new Sequence("routing", "conversation_id_seq", 3)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ArchiveWriter writer, String entry, String text) throws IOException {
    var _ =
        writer.add(
            entry,
            out -> {
              out.write(text.getBytes(StandardCharsets.UTF_8));
              return 0;
            });
  }
}

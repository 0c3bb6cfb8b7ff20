package dev.parley.deploy.local.archive;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Reads an archive from its first byte to its last, and holds what it read against the manifest.
public final class ArchiveReader {

  private static final ObjectMapper JSON =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
  private static final int MAX_HEADER = 64 * 1024;

  private ArchiveReader() {}

  /// Takes the entries as they come.
  @FunctionalInterface
  public interface Sink {
    /// Takes one entry. Whether it is whole is known only when the reader has come to the end.
    ///
    /// @param entry its name
    /// @param in its bytes; need not be read to the end, nor closed
    /// @throws IOException if it cannot be read, or not taken
    void take(String entry, InputStream in) throws IOException;
  }

  /// Reads everything and keeps nothing: is this a whole archive?
  ///
  /// @param in the archive
  /// @return its manifest
  /// @throws BadArchiveException if it is not
  /// @throws IOException if it cannot be read
  public static Manifest verify(InputStream in) throws IOException {
    return read(in, (_, _) -> {});
  }

  /// Reads everything.
  ///
  /// @param in the archive; read to its end
  /// @param sink takes the entries between the first and the last
  /// @return its manifest, which everything was held against
  /// @throws BadArchiveException if it is not whole
  /// @throws IOException if it cannot be read
  public static Manifest read(InputStream in, Sink sink) throws IOException {
    try {
      return entries(new ZipInputStream(in), sink);
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new BadArchiveException("the archive is damaged: " + e.getMessage(), e);
    }
  }

  private static Manifest entries(ZipInputStream zip, Sink sink) throws IOException {
    header(zip);
    List<Content> found = new ArrayList<>();
    Manifest manifest = null;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (manifest != null) {
        throw new BadArchiveException("the archive goes on after its last entry");
      }
      if (Manifest.ENTRY.equals(entry.getName())) {
        manifest = parse(zip.readAllBytes(), Manifest.class);
      } else {
        found.add(content(entry.getName(), zip, sink));
      }
    }
    check(manifest, found);
    return java.util.Objects.requireNonNull(manifest);
  }

  private static void header(ZipInputStream zip) throws IOException {
    ZipEntry first = zip.getNextEntry();
    if (first == null || !Header.ENTRY.equals(first.getName())) {
      throw new BadArchiveException("the file is no backup of Parley");
    }
    Header header = parse(zip.readNBytes(MAX_HEADER), Header.class);
    if (header.format() > Header.FORMAT) {
      throw new BadArchiveException(
          "the backup has format %d, written by Parley %s; this Parley reads up to %d"
              .formatted(header.format(), printable(header.parley()), Header.FORMAT));
    }
  }

  private static Content content(String name, ZipInputStream zip, Sink sink) throws IOException {
    var measured = new Measured(OutputStream.nullOutputStream());
    var in = new Teed(zip, measured);
    sink.take(name, in);
    in.transferTo(OutputStream.nullOutputStream());
    return measured.content(name);
  }

  private static void check(@Nullable Manifest manifest, List<Content> found) {
    if (manifest == null) {
      throw new BadArchiveException("the archive was cut short: its last entry is missing");
    }
    if (!manifest.contents().equals(found)) {
      throw new BadArchiveException("the archive is damaged: " + difference(manifest, found));
    }
  }

  private static String difference(Manifest manifest, List<Content> found) {
    List<Content> missing = new ArrayList<>(manifest.contents());
    missing.removeAll(found);
    return missing.isEmpty()
        ? "it holds entries that do not belong to it"
        : "not as it was written: " + printable(missing.getFirst().entry());
  }

  private static <T> T parse(byte[] json, Class<T> type) throws IOException {
    try {
      return JSON.readValue(json, type);
    } catch (JacksonException e) {
      throw new BadArchiveException("the archive is damaged: no JSON where there must be some", e);
    }
  }

  private static String printable(@Nullable String text) {
    return String.valueOf(text).replaceAll("[^ -~]", "?");
  }

  /// Passes on what is read, once more.
  private static final class Teed extends InputStream {
    private final InputStream in;
    private final OutputStream copy;

    Teed(InputStream in, OutputStream copy) {
      this.in = in;
      this.copy = copy;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      if (value >= 0) {
        copy.write(value);
      }
      return value;
    }

    @Override
    public int read(byte[] values, int offset, int length) throws IOException {
      int count = in.read(values, offset, length);
      if (count > 0) {
        copy.write(values, offset, count);
      }
      return count;
    }
  }
}

package dev.parley.deploy.local.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes an archive from its first byte to its last. For one thread.
public final class ArchiveWriter implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Header header;
  private final ZipOutputStream zip;
  private final List<Content> contents = new ArrayList<>();

  /// What writes an entry.
  ///
  /// @param <R> what it finds out
  @FunctionalInterface
  public interface Source<R> {
    /// Writes all of it.
    ///
    /// @param out takes the bytes; need not be closed
    /// @return what there is to know of it
    /// @throws IOException if it cannot be read, or not written
    R writeTo(OutputStream out) throws IOException;
  }

  /// Writes the first entry.
  ///
  /// @param header the first entry
  /// @param out takes the archive; closed with this
  /// @throws IOException if it cannot be written
  public ArchiveWriter(Header header, OutputStream out) throws IOException {
    this.header = header;
    this.zip = new ZipOutputStream(out);
    // A dump is squeezed to a fifth by the cheapest level already.
    zip.setLevel(Deflater.BEST_SPEED);
    writeJson(Header.ENTRY, header);
  }

  /// Writes an entry.
  ///
  /// @param <R> what its source finds out
  /// @param entry its name, not used before
  /// @param source what writes it
  /// @return what the source found out
  /// @throws IOException if it cannot be read, or not written
  public <R> R add(String entry, Source<R> source) throws IOException {
    zip.putNextEntry(new ZipEntry(entry));
    var measured = new Measured(zip);
    R found = source.writeTo(measured);
    zip.closeEntry();
    contents.add(measured.content(entry));
    return found;
  }

  /// Writes the last entry; without it the archive counts as cut short.
  ///
  /// @param migrations of every schema
  /// @param tables those that were added
  /// @param sequences how far they are
  /// @return the last entry
  /// @throws IOException if it cannot be written
  public Manifest finish(List<Migration> migrations, List<Table> tables, List<Sequence> sequences)
      throws IOException {
    var manifest = new Manifest(header, migrations, tables, sequences, contents);
    writeJson(Manifest.ENTRY, manifest);
    zip.finish();
    return manifest;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void writeJson(String entry, Object value) throws IOException {
    zip.putNextEntry(new ZipEntry(entry));
    zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
    zip.closeEntry();
  }
}

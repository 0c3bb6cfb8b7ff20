package dev.parley.deploy.local.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts and digests what is written through it. Closing it does not close the stream below.
final class Measured extends FilterOutputStream {

  private final MessageDigest digest = sha256();
  private long bytes;

  Measured(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int value) throws IOException {
    out.write(value);
    digest.update((byte) value);
    bytes++;
  }

  @Override
  public void write(byte[] values, int offset, int length) throws IOException {
    out.write(values, offset, length);
    digest.update(values, offset, length);
    bytes += length;
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  Content content(String entry) {
    return new Content(entry, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

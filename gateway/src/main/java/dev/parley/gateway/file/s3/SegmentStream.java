package dev.parley.gateway.file.s3;

import dev.parley.gateway.file.s3.Note.Segment;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a file, read from one segment after the other; each is asked for when its turn comes.
/// For one thread.
final class SegmentStream extends InputStream {
  private final ObjectStore objects;
  private final String id;
  private final Iterator<Segment> segments;
  private long skip;
  private long left;
  private long leftOfSegment;
  private @Nullable InputStream segment;

  /// Reads `length` bytes of a file from a position on.
  SegmentStream(ObjectStore objects, String id, List<Segment> segments, long from, long length) {
    this.objects = objects;
    this.id = id;
    this.segments = segments.iterator();
    this.skip = from;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left <= 0) {
      return -1;
    }
    InputStream open = leftOfSegment > 0 && segment != null ? segment : next();
    int read = open.read(into, offset, (int) Math.min(length, leftOfSegment));
    if (read < 0) {
      throw new EOFException("a segment is shorter than it was");
    }
    left -= read;
    leftOfSegment -= read;
    return read;
  }

  private InputStream next() throws IOException {
    close();
    while (segments.hasNext()) {
      Segment next = segments.next();
      if (skip < next.length()) {
        leftOfSegment = Math.min(left, next.length() - skip);
        InputStream opened = objects.open(Keys.segment(id, next.name()), skip, leftOfSegment);
        skip = 0;
        segment = opened;
        return opened;
      }
      skip -= next.length();
    }
    throw new EOFException("the file has no such bytes");
  }

  @Override
  public void close() throws IOException {
    InputStream open = segment;
    segment = null;
    if (open != null) {
      open.close();
    }
  }
}

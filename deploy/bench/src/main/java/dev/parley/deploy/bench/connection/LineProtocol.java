package dev.parley.deploy.bench.connection;

import dev.parley.deploy.bench.line.LineListener;
import dev.parley.deploy.bench.line.LineScanner;

/// Lines as they are: what the `tcp` door speaks.
public final class LineProtocol implements Protocol {

  private static final Output NOWHERE = (_, _, _) -> {};

  private final LineScanner scanner = new LineScanner();
  private Output output = NOWHERE;

  /// Begins at the start of a line.
  public LineProtocol() {}

  @Override
  public void open(Output opened) {
    output = opened;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void receive(byte[] buffer, int from, int to, long nanos, LineListener listener) {
    scanner.scan(buffer, from, to, nanos, listener);
  }

  @Override
  public void say(byte[] bytes, int from, int length) {
    output.write(bytes, from, length);
  }
}

package dev.parley.deploy.acceptance.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One connection that speaks the line protocol.
///
/// Commands are sent by one thread at a time; a virtual thread reads what comes. Replies come in
/// the order of the commands, so the n-th [#awaitReply()] belongs to the n-th line sent.
public final class LineClient implements AutoCloseable {

  /// How long a wait goes on when nothing else is said; a request is answered within 10 s.
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final int CHUNK = 16 * 1024;

  private final LineWire wire;
  private final OutputStream output;
  private final Transcript transcript;
  private final Inbox inbox = new Inbox();
  private final Gate gate = new Gate();

  private LineClient(LineWire wire, String name) throws IOException {
    this.wire = wire;
    this.output = wire.output();
    this.transcript = new Transcript(name);
  }

  /// Connects.
  ///
  /// @param door where to
  /// @return the open connection
  /// @throws UncheckedIOException if nobody listens there, or the handshake fails
  public static LineClient open(LineDoor door) {
    return open(door, 0);
  }

  /// Connects with a receive buffer of the given size: a small one fills soon while nobody reads.
  ///
  /// @param door where to
  /// @param receiveBuffer size in bytes, or 0 for the system's own
  /// @return the open connection
  /// @throws UncheckedIOException if nobody listens there, or the handshake fails
  public static LineClient open(LineDoor door, int receiveBuffer) {
    try {
      Socket socket = door.connect(receiveBuffer);
      return over(LineWire.of(socket), door + " from port " + socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException("no connection to " + door, e);
    }
  }

  /// Talks through a program that passes on what it is given, such as `ssh`.
  ///
  /// @param program started; it is ended with the connection
  /// @param name for transcripts
  /// @return the open connection
  public static LineClient through(Process program, String name) {
    try {
      return over(LineWire.of(program), name);
    } catch (IOException e) {
      throw new UncheckedIOException("no connection through " + name, e);
    }
  }

  private static LineClient over(LineWire wire, String name) throws IOException {
    var client = new LineClient(wire, name);
    Thread.ofVirtual().name("line-client").start(client::readAll);
    return client;
  }

  /// Sends a line without waiting for its reply.
  ///
  /// @param line the command, without a line end
  /// @throws UncheckedIOException if the connection is gone
  public void send(String line) {
    sendRaw((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /// Sends bytes as they are.
  ///
  /// @param bytes any bytes, also half a line or several
  /// @throws UncheckedIOException if the connection is gone
  public void sendRaw(byte[] bytes) {
    transcript.sent(new String(bytes, StandardCharsets.UTF_8).stripTrailing());
    try {
      output.write(bytes);
      output.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(failure("the connection is gone"), e);
    }
  }

  /// Sends a command and waits for its reply.
  ///
  /// @param line the command, without a line end
  /// @return the reply, with the rows of a listing
  /// @throws AssertionError if none comes
  public Reply ask(String line) {
    send(line);
    return awaitReply();
  }

  /// {@return the reply to the oldest command that none was taken for yet}
  ///
  /// @throws AssertionError if none comes
  public Reply awaitReply() {
    return found(inbox.takeReply(PATIENCE), "a reply");
  }

  /// {@return the next reply, or `null` if the connection closes before it comes}
  ///
  /// @param limit how long to wait
  public @Nullable Reply pollReply(Duration limit) {
    return inbox.takeReply(limit);
  }

  /// Waits for an event and takes it; events that do not match stay for later waits.
  ///
  /// @param what what is waited for, for the message of a failure
  /// @param wanted which event; the earliest that matches is taken
  /// @return the event
  /// @throws AssertionError if none comes
  public Event awaitEvent(String what, Predicate<Event> wanted) {
    return found(inbox.takeEvent(PATIENCE, wanted), what);
  }

  /// {@return the next event that matches, or `null` if none comes or the connection closes}
  ///
  /// @param limit how long to wait
  /// @param wanted which event
  public @Nullable Event pollEvent(Duration limit, Predicate<Event> wanted) {
    return inbox.takeEvent(limit, wanted);
  }

  /// {@return the events that have come and were not taken, oldest first}
  public List<Event> events() {
    return inbox.events();
  }

  /// Waits until the server has closed the connection.
  ///
  /// @throws AssertionError if it does not
  public void awaitClose() {
    if (!inbox.awaitClose(PATIENCE)) {
      throw new AssertionError(failure("the connection is still open"));
    }
  }

  /// {@return whether the connection is closed, by either side}
  public boolean isClosed() {
    return inbox.isClosed();
  }

  /// Stops taking bytes from the socket, after at most one more chunk of 16 KiB.
  public void stopReading() {
    gate.set(false);
  }

  /// Closes the sending direction only, as `nc -N` does at the end of its input.
  ///
  /// @throws UncheckedIOException if the connection is gone
  public void finishSending() {
    try {
      wire.finishSending();
    } catch (IOException e) {
      throw new UncheckedIOException(failure("the connection is gone"), e);
    }
  }

  /// Ends the connection without a word: the server sees a reset.
  public void reset() {
    gate.set(true);
    try {
      wire.reset();
    } catch (IOException _) {
      // It is gone already, which is what was asked for.
    }
  }

  /// {@return the last lines of both directions}
  public String transcript() {
    return transcript.toString();
  }

  /// Closes the connection; commands without a reply stay without one.
  @Override
  public void close() {
    gate.set(true);
    try {
      wire.close();
    } catch (IOException _) {
      // Nobody is left to be told.
    }
  }

  private void readAll() {
    var splitter = new LineSplitter(inbox, transcript);
    byte[] chunk = new byte[CHUNK];
    try (InputStream input = wire.input()) {
      gate.pass();
      for (int n = input.read(chunk); n >= 0; n = input.read(chunk)) {
        splitter.read(chunk, n);
        gate.pass();
      }
      transcript.note("closed by the server");
    } catch (IOException e) {
      transcript.note("ended: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      inbox.close();
    }
  }

  private <T> T found(@Nullable T value, String what) {
    if (value == null || !inbox.faults().isEmpty()) {
      throw new AssertionError(failure("expected " + what));
    }
    return value;
  }

  private String failure(String what) {
    List<String> faults = inbox.faults();
    String broken = faults.isEmpty() ? "" : "\nprotocol broken: " + String.join("; ", faults);
    return what + broken + "\n" + transcript;
  }
}

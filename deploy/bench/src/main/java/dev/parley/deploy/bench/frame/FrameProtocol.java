package dev.parley.deploy.bench.frame;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.deploy.bench.connection.Protocol;
import dev.parley.deploy.bench.line.LineListener;
import java.io.IOException;

/// Says the tool's lines as frames over WebSocket (RFC 6455), and hands frames on as lines.
///
/// What the server sends and the loads do not look at is dropped. The mask of what the tool sends
/// is zero, which the RFC allows for and which saves the tool work.
public final class FrameProtocol implements Protocol {

  private static final Output NOWHERE = (_, _, _) -> {};
  private static final int MASKED = 0x80;
  private static final byte TEXT = (byte) 0x81;
  private static final byte PONG = (byte) 0x8A;
  private static final byte[] NO_MASK = new byte[4];
  private static final int LONGEST_SHORT = 125;

  private static final byte[] OK = ascii("ok");
  private static final byte[] ERROR = ascii("error");
  private static final byte[] MESSAGE = ascii("message");
  private static final byte[] MEMBER = ascii("member");
  private static final byte[] SPACE = ascii(" ");

  private final Handshake handshake = new Handshake();
  private final WebSocketFrames frames = new WebSocketFrames();
  private final FrameRequests requests = new FrameRequests();
  private final FrameFields fields = new FrameFields();
  private final LineBuffer line = new LineBuffer();
  private final LineBuffer frame = new LineBuffer();
  private final FrameSink sink = new FrameSink();
  private Output output = NOWHERE;
  private String handle = "";

  /// Begins with the upgrade of an HTTP connection.
  public FrameProtocol() {}

  @Override
  public void open(Output opened) {
    output = opened;
    byte[] request = Handshake.request();
    output.write(request, 0, request.length);
  }

  @Override
  public boolean isOpen() {
    return handshake.isDone();
  }

  @Override
  public void receive(byte[] buffer, int from, int to, long nanos, LineListener listener)
      throws IOException {
    sink.nanos = nanos;
    sink.listener = listener;
    int rest = handshake.isDone() ? from : handshake.receive(buffer, from, to);
    frames.scan(buffer, rest, to, sink);
  }

  @Override
  public void say(byte[] bytes, int from, int length) {
    String said = new String(bytes, from, length, UTF_8).stripTrailing();
    if (handle.isEmpty()) {
      // The first line is login, register or resume.
      handle = said.split(" ", 3)[1];
    }
    byte[] request = requests.request(said);
    write(TEXT, request, 0, request.length);
  }

  private void write(byte opcode, byte[] payload, int from, int length) {
    frame.clear().add(new byte[] {opcode});
    if (length <= LONGEST_SHORT) {
      frame.add(new byte[] {(byte) (MASKED | length)});
    } else {
      frame.add(new byte[] {(byte) (MASKED | 126), (byte) (length >> 8), (byte) length});
    }
    frame.add(NO_MASK).add(payload, from, length);
    output.write(frame.bytes(), 0, frame.length());
  }

  private final class FrameSink implements WebSocketFrames.Sink, JsonFields.Sink {
    private long nanos;
    private LineListener listener = NOBODY;

    @Override
    public void onText(byte[] bytes, int from, int to) throws IOException {
      fields.clear();
      JsonFields.read(bytes, from, to, this);
    }

    @Override
    public void onPing(byte[] bytes, int from, int to) {
      write(PONG, bytes, from, to - from);
    }

    @Override
    public void onField(byte[] bytes, int nameFrom, int nameTo, int valueFrom, int valueTo) {
      fields.put(bytes, nameFrom, nameTo, valueFrom, valueTo);
    }

    @Override
    public void onObjectEnd() throws IOException {
      line.clear();
      if (fields.is(fields.type, MESSAGE)) {
        line.add("* msg ");
        addTarget();
        add(fields.seq, fields.at, fields.from, fields.text);
      } else if (fields.is(fields.type, MEMBER)) {
        line.add("* member ");
        addValue(fields.conversation);
        add(fields.seq, fields.at, fields.user, fields.change, fields.by);
      } else if (fields.is(fields.type, OK)) {
        addAnswer();
      } else if (fields.is(fields.type, ERROR)) {
        awaited();
        line.add("-err");
        add(fields.code, fields.detail, fields.message);
      }
      fields.clear();
      if (line.length() > 0) {
        listener.onLine(line.bytes(), 0, line.length(), nanos);
      }
    }

    private void addAnswer() throws IOException {
      FrameRequests.Awaited answer = awaited();
      line.add(answer.line());
      switch (answer.end()) {
        case SEQ -> addValue(fields.seq);
        case TOKEN -> add(fields.token);
        case NOTHING -> {}
      }
    }

    private FrameRequests.Awaited awaited() throws IOException {
      var next = requests.next();
      long id = fields.number(fields.id);
      if (next == null || next.id() != id) {
        throw new IOException("an answer to request " + id + ", expected another");
      }
      return next;
    }
  }

  /// A direct conversation is written as its reader addresses it: `@` and the other one.
  private void addTarget() {
    byte[] bytes = fields.bytes();
    FrameFields.Field conversation = fields.conversation;
    if (bytes[conversation.start()] != '@') {
      addValue(conversation);
      return;
    }
    String id = new String(bytes, conversation.start() + 1, conversation.length() - 1, US_ASCII);
    int plus = id.indexOf('+');
    String first = id.substring(0, plus);
    line.add("@").add(first.equals(handle) ? id.substring(plus + 1) : first);
  }

  private void add(FrameFields.Field... values) {
    for (FrameFields.Field value : values) {
      if (value.length() > 0) {
        line.add(SPACE);
        addValue(value);
      }
    }
  }

  private void addValue(FrameFields.Field field) {
    line.add(fields.bytes(), field.start(), field.length());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  private static final LineListener NOBODY =
      new LineListener() {
        @Override
        public void onLine(byte[] bytes, int from, int to, long nanos) {}

        @Override
        public void onClosed(String cause) {}
      };
}

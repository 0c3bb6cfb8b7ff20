package dev.parley.deploy.acceptance.line;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Cuts the bytes of a connection into lines that end in LF or CRLF.
///
/// For one thread.
final class LineSplitter {

  private final Inbox inbox;
  private final Transcript transcript;
  private final ByteArrayOutputStream rest = new ByteArrayOutputStream();

  LineSplitter(Inbox inbox, Transcript transcript) {
    this.inbox = inbox;
    this.transcript = transcript;
  }

  void read(byte[] bytes, int length) {
    int from = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        rest.write(bytes, from, i - from);
        from = i + 1;
        endLine();
      }
    }
    rest.write(bytes, from, length - from);
  }

  private void endLine() {
    byte[] line = rest.toByteArray();
    rest.reset();
    int length = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length)).toString();
      transcript.received(text);
      inbox.add(text);
    } catch (CharacterCodingException _) {
      inbox.addFault("not UTF-8: " + new String(line, StandardCharsets.ISO_8859_1));
    }
  }
}

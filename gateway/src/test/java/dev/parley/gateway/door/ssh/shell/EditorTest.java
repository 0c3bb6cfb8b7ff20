package dev.parley.gateway.door.ssh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jline.reader.EndOfFileException;
import org.junit.jupiter.api.Test;

class EditorTest {
  private static final Map<String, String> TERMINAL = Map.of("TERM", "xterm-256color");

  private final Editor abandoned = editor(EditorTest::gone);

  @Test
  void endsWhenTheScreenIsGone() {
    assertThatThrownBy(abandoned::readLine).isInstanceOf(EndOfFileException.class);
  }

  @Test
  void asksNobodyWhenTheScreenIsGone() {
    assertThatThrownBy(() -> abandoned.agrees("? ")).isInstanceOf(EndOfFileException.class);
  }

  @Test
  void tellsThatNothingIsPrintedWhenTheScreenIsGone() {
    assertThat(abandoned.printAbove("hello\n")).isFalse();
  }

  @Test
  void takesKeysAndSizesWhenTheScreenIsGone() {
    assertThatCode(
            () -> {
              abandoned.type("hello\n".getBytes(StandardCharsets.UTF_8));
              abandoned.resize();
              abandoned.print("bye\n");
              abandoned.close();
            })
        .doesNotThrowAnyException();
  }

  private static Editor editor(ChannelTerminal.Screen screen) {
    try {
      return new Editor(new ChannelTerminal(() -> TERMINAL, screen), (_, _, _) -> {});
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void gone(byte[] bytes) throws IOException {
    throw new IOException("the client is gone");
  }
}

package dev.parley.gateway.door.ssh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTypeTest {
  @ParameterizedTest
  @CsvSource({
    "xterm, xterm",
    "xterm-256color, xterm-256color",
    "xterm-kitty, xterm",
    "tmux-256color, screen-256color",
    "screen, screen",
    "alacritty-256color, xterm-256color",
    "linux, xterm",
    "'; rm -rf /', xterm"
  })
  void namesOnlyKindsThatTheEditorKnows(String term, String kind) {
    assertThat(TerminalType.of(Map.of("TERM", term))).isEqualTo(kind);
  }

  @Test
  void editsOnTerminalsThatCanShowIt() {
    assertThat(TerminalType.canEdit(Map.of("TERM", "xterm", "COLUMNS", "80"))).isTrue();
    assertThat(TerminalType.canEdit(Map.of("TERM", "dumb", "COLUMNS", "80"))).isFalse();
    assertThat(TerminalType.canEdit(Map.of("COLUMNS", "80"))).isFalse();
    assertThat(TerminalType.canEdit(Map.of("TERM", "xterm"))).isFalse();
  }

  @Test
  void leavesColoursOutForWhoeverWantsNone() {
    assertThat(TerminalType.wantsColours(Map.of())).isTrue();
    assertThat(TerminalType.wantsColours(Map.of("NO_COLOR", "1"))).isFalse();
  }
}

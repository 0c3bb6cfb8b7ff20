package dev.parley.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLineTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine parley =
      ParleyCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @Test
  void printsAManPageOfAllThereIs() {
    // When
    int code = parley.execute("generate-man-page");

    // Then
    assertThat(code).isZero();
    assertThat(out.toString())
        .startsWith(".TH PARLEY 1")
        .contains("\\-\\-server URL", "\\-\\-json", "NO_COLOR", "/search WORDS", "known_servers")
        .contains(".SS Exit codes")
        .doesNotContain("warm\\-up");
  }

  /// What the start from a cache rests on: a rehearsal that ends early would teach less.
  @Test
  void rehearsesAChatFromTheKeptSessionToItsEnd() {
    assertThat(parley.execute("warm-up")).as(err.toString()).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void printsACompletionForTheShell() {
    assertThat(parley.execute("generate-completion")).isZero();
    assertThat(out.toString()).contains("--server", "complete -F");
  }

  @Test
  void saysWhatIsWrongWithAnAddress() {
    assertThat(parley.execute("chat", "--server", "ftp://example.org")).isEqualTo(2);
    assertThat(err.toString()).contains("error: not the address of a server", "cure:");
  }

  @Test
  void saysInTwoLinesWhatIsWrongWithAnOption() {
    assertThat(parley.execute("chat", "--sever", "ws://127.0.0.1:1")).isEqualTo(2);
    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("error: Unknown option").contains("--sever"),
            line ->
                assertThat(line).startsWith("cure: ").contains("--server", "parley chat --help"));
  }

  @Test
  void saysThatNobodyIsThere() {
    assertThat(parley.execute("chat", "--json", "--server", "ws://127.0.0.1:1")).isEqualTo(4);
    assertThat(err.toString()).contains("error: no connection to ws://127.0.0.1:1/ws");
  }
}

package dev.parley.deploy.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ParleyCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine parley =
      ParleyCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @ParameterizedTest
  @CsvSource({
    "strat, Unmatched argument, ./parley --help",
    "statu, did you mean, status",
    "up --sett a=b, did you mean, --set",
    "up --port tcp=x, is not an int, ./parley up --help",
    "up --set key, KEY=VALUE, ./parley up --help",
    "admin audti, did you mean, ./parley admin --help"
  })
  void saysInTwoLinesWhatIsWrongWithWhatWasTyped(String typed, String what, String more) {
    // When
    int code = parley.execute(typed.split(" "));

    // Then
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains(what, more);
    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("error: "),
            line -> assertThat(line).startsWith("cure:  "));
  }

  @Test
  void helpsWithEachCommand() {
    assertThat(parley.execute("help", "up")).isZero();
    assertThat(out.toString()).contains("--port-offset");
  }
}

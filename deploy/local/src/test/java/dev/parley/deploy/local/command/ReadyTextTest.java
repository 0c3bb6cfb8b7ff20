package dev.parley.deploy.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.status.StatusReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadyTextTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ReadyText text =
      new ReadyText(new Console(new PrintStream(out, true, StandardCharsets.UTF_8), false));

  @Test
  void tellsHowToGoThroughEachDoorAndWhatToDoNext() {
    // When
    text.printDetached(report("http://127.0.0.1:8080", "127.0.0.1 5555"));

    // Then
    assertThat(shown())
        .contains("in a browser", "nc 127.0.0.1 5555", "SHA256:key", "ready in 12.5 s")
        .contains("./parley register; ./parley chat comes back")
        .contains("next: open http://127.0.0.1:8080 and make an account")
        .contains("./parley down");
  }

  @Test
  void namesTheServerToTheTerminalClientWhereItIsNotTheUsualOne() {
    // When
    text.printDetached(report("http://127.0.0.1:8380", "127.0.0.1 5855"));

    // Then
    assertThat(shown()).contains("./parley chat --server ws://127.0.0.1:8380 comes back");
  }

  private static StatusReport report(String web, String tcp) {
    Map<String, String> doors = new LinkedHashMap<>();
    doors.put("web", web);
    doors.put("tcp", tcp);
    return new StatusReport(
        true,
        true,
        true,
        12.5,
        13,
        false,
        "127.0.0.1",
        "/home",
        1,
        2,
        doors,
        "SHA256:key",
        List.of());
  }

  private String shown() {
    return out.toString(StandardCharsets.UTF_8);
  }
}

package dev.parley.deploy.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.bench.door.Fault;
import dev.parley.deploy.bench.door.TestDoor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class BenchCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void listsTheScenarios() {
    // When
    int code = execute();

    // Then
    assertThat(code).isZero();
    assertThat(out.toString()).contains("pairs", "rate", "room", "idle", "spine", "all");
  }

  @Test
  void reportsAGoodRunWithCodeZero() throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(Fault.NONE)) {

      // When
      int code = execute(load(door, "pairs", "--connections=2", "--outstanding=2"));

      // Then
      assertThat(code).isZero();
      assertThat(out.toString()).contains("| stack ", "pairs: nothing lost");
      assertThat(err.toString()).contains("warming up", "measuring for 1 s");
    }
  }

  @Test
  void reportsABrokenPromiseWithCodeOne() throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(Fault.DOUBLES_AN_EVENT)) {

      // When
      int code = execute(load(door, "room", "--members=3", "--senders=2", "--outstanding=2"));

      // Then
      assertThat(code).isEqualTo(1);
      assertThat(out.toString()).contains("VIOLATIONS").contains("came twice");
    }
  }

  @Test
  void saysInOneSentenceThatNobodyListens() throws IOException {
    // Given
    TestDoor door = TestDoor.open(Fault.NONE);
    door.close();

    // When
    int code = execute(load(door, "rate"));

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .contains("error: no answer at the door", "cure:  ./parley up")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pairs --connections=3",
        "pairs --outstanding=0",
        "pairs --size=10",
        "pairs --port=0",
        "pairs --sources=0",
        "pairs --seconds=0",
        "rate --rate=0",
        "room --senders=20 --members=10",
        "idle --connections=0",
        "deaf --door=tcp",
        "deaf --door=ws --senders=10 --members=10",
      })
  void refusesNumbersOutOfBounds(String line) {
    // When
    int code = execute(line.split(" "));

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("error: ").contains(", got ").doesNotContain("\tat ");
  }

  @Test
  void refusesUnknownOptionsWithCodeTwo() {
    // When
    int code = execute("pairs", "--rooms=3");

    // Then
    assertThat(code).isEqualTo(2);
  }

  private static String[] load(TestDoor door, String... scenario) {
    List<String> all = new ArrayList<>(Arrays.asList(scenario));
    all.addAll(
        List.of(
            "--port=" + door.port(),
            "--warm-up=0",
            "--seconds=1",
            "--settle=5",
            "--process=tests=" + ProcessHandle.current().pid()));
    return all.toArray(String[]::new);
  }

  private int execute(String... arguments) {
    CommandLine line = BenchCommand.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}

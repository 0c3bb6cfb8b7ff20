package dev.parley.deploy.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.part.Port;
import dev.parley.deploy.local.part.Service;
import dev.parley.deploy.local.stack.StackOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UpOptionsTest {

  @Test
  void listensOnLoopbackWithOneProcessOfEachServiceByDefault() {
    // When
    StackOptions options = parse();

    // Then
    assertThat(options.listen()).isEqualTo("127.0.0.1");
    assertThat(options.loadTest()).isFalse();
    assertThat(options.ports().of(Port.TCP)).isEqualTo(5555);
    assertThat(options.instancesOf(Service.GATEWAY)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"'', true", "--no-recording, false", "--load-test, false"})
  void recordsForCachesUnlessLoadMatters(String option, boolean recording) {
    // When
    StackOptions options = option.isEmpty() ? parse() : parse(option);

    // Then
    assertThat(options.recording()).isEqualTo(recording);
  }

  @Test
  void takesPropertiesWithEqualsSignsInTheirValues() {
    // When
    StackOptions options = parse("--set", "a.b=c=d", "--set", "e=");

    // Then
    assertThat(options.properties()).containsEntry("a.b", "c=d").containsEntry("e", "");
  }

  @Test
  void shiftsPortsThatAreSetAsWell() {
    // When
    StackOptions options = parse("--port", "tcp=7000", "--port-offset", "100");

    // Then
    assertThat(options.ports().of(Port.TCP)).isEqualTo(7100);
    assertThat(options.ports().of(Port.WEB)).isEqualTo(8180);
  }

  @Test
  void understandsServicesByTheirShortName() {
    // When
    StackOptions options = parse("--instances", "routing=3", "--jvm", "gateway=-Xmx2g -Xss1m");

    // Then
    assertThat(options.instancesOf(Service.ROUTING)).isEqualTo(3);
    assertThat(options.jvm()).containsEntry(Service.GATEWAY, List.of("-Xmx2g", "-Xss1m"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
  void refusesALoadTestBeyondLoopback(String address) {
    assertThatThrownBy(() -> parse("--load-test", "--listen", address))
        .isInstanceOf(TroubleException.class)
        .hasMessageContaining("does not listen on " + address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
  void warnsOfPasswordsInClearBeyondLoopback(String address) {
    assertThat(parse("--listen", address).warnings().getFirst())
        .contains(address, "tcp", "http", "passwords in clear");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
  void warnsOfNothingOnLoopback(String address) {
    assertThat(parse("--listen", address).warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port=irc=1", "--instances=irc=1", "--jvm=irc=-Xmx1g"})
  void refusesNamesItDoesNotKnow(String option) {
    assertThatThrownBy(() -> parse(option))
        .isInstanceOf(TroubleException.class)
        .hasMessageContaining("irc");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10})
  void refusesACountOfInstancesOutOfRange(int count) {
    assertThatThrownBy(() -> parse("--instances", "gateway=" + count))
        .isInstanceOf(TroubleException.class);
  }

  private static StackOptions parse(String... arguments) {
    return CommandLine.populateCommand(new UpOptions(), arguments)
        .toStackOptions(Path.of("."), new Home(Path.of("home")));
  }
}

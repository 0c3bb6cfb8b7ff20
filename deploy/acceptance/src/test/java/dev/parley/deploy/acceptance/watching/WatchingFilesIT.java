package dev.parley.deploy.acceptance.watching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// An alert on a metric that nobody shows never fires, and nobody notices.
@OnParley
class WatchingFilesIT {
  private static final Path FOLDER = Path.of(System.getProperty("parley.root"), "deploy/watching");

  /// Prometheus' own metric and labels.
  private static final Predicate<Selector> OF_PROMETHEUS = each -> each.name().equals("up");

  /// Asked for once, since a canary takes seconds.
  private static final List<Sample> SHOWN = new ArrayList<>();

  private static final List<String> SERVICES =
      List.of("gateway-1", "auth-service-1", "routing-service-1", "presence-service-1");

  @Test
  void alertsAskForWhatTheServicesShow(People people, ParleyStack stack) throws Exception {
    // Given
    List<String> expressions = alerts();

    // When
    List<Selector> missing = missing(expressions, shown(people, stack));

    // Then
    assertThat(expressions).hasSizeGreaterThan(10);
    assertThat(missing).isEmpty();
  }

  @Test
  void dashboardAsksForWhatTheServicesShow(People people, ParleyStack stack) throws Exception {
    // Given
    List<String> expressions = dashboard();

    // When
    List<Selector> missing = missing(expressions, shown(people, stack));

    // Then
    assertThat(expressions).hasSizeGreaterThan(20);
    assertThat(missing).isEmpty();
  }

  private static List<Selector> missing(List<String> expressions, List<Sample> shown) {
    return expressions.stream()
        .flatMap(each -> Selector.of(each).stream())
        .filter(OF_PROMETHEUS.negate())
        .filter(each -> shown.stream().noneMatch(each::matches))
        .distinct()
        .toList();
  }

  private static List<Sample> shown(People people, ParleyStack stack)
      throws IOException, InterruptedException {
    if (SHOWN.isEmpty()) {
      SHOWN.addAll(look(people, stack));
    }
    return SHOWN;
  }

  /// Somebody logs in and writes first: a few counters are there from the first time on.
  private static List<Sample> look(People people, ParleyStack stack)
      throws IOException, InterruptedException {
    Person writer = people.online("watched");
    assertThat(writer.client().ask("broadcast hello").isOk()).isTrue();
    List<Sample> shown = new ArrayList<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (String service : SERVICES) {
        int port = stack.status().process(service).ports().getOrDefault("http", 0);
        URI page = URI.create("http://127.0.0.1:" + port + "/q/metrics");
        String text =
            http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
        shown.addAll(Sample.of(text));
      }
    }
    shown.addAll(Sample.of(stack.parley("canary", "--once").output()));
    return shown;
  }

  private static List<String> alerts() throws IOException {
    List<String> expressions = new ArrayList<>();
    JsonNode file =
        new ObjectMapper()
            .valueToTree(new Yaml().load(Files.readString(FOLDER.resolve("alerts.yml"))));
    file.findParents("alert").forEach(rule -> expressions.add(rule.path("expr").asText()));
    return expressions;
  }

  private static List<String> dashboard() throws IOException {
    JsonNode file =
        new ObjectMapper().readTree(FOLDER.resolve("grafana/dashboards/parley.json").toFile());
    return file.findValuesAsText("expr");
  }
}

package dev.parley.deploy.acceptance.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnParley
class CanaryCommandIT {
  @Test
  void goesThroughEveryDoorAndComesAndGoesOnce(People people, ParleyStack stack) {
    // Given
    Person watcher = people.online("watcher");

    // When
    ParleyStack.Command run = stack.parley("canary", "--once", "--account", "tweety");

    // Then
    assertThat(run.code()).as("%s%s", run.output(), run.errors()).isZero();
    List<Sample> metrics = Sample.of(run.output());
    for (String door : List.of("tcp", "tls", "ws", "ssh")) {
      assertThat(run.output()).contains("canary door=" + door + " outcome=ok");
      assertThat(metrics)
          .contains(new Sample("parley_canary_round_trip_seconds", Map.of("door", door)));
    }
    watcher.awaitLine("* leave tweety");
    assertThat(watcher.client().events())
        .filteredOn(event -> event.line().equals("* join tweety"))
        .hasSizeLessThanOrEqualTo(1);
  }
}

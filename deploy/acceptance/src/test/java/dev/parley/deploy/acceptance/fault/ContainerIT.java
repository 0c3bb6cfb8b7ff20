package dev.parley.deploy.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.compose.ComposeProject;
import dev.parley.deploy.acceptance.compose.Container;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.stack.Doors;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;

/// What [CrashIT] does to processes, and more, done to containers. `deploy/test-compose` starts
/// them and this.
///
/// In order, so that the one who watches sees first what is most often done to a stack.
@OnParley
@Tag("compose")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainerIT {

  @Test
  @Order(1)
  void routersThatComeAndGoLoseNothing(People people, Doors doors, ComposeProject project) {
    try (var containers = Containers.withTraffic(project, doors, people)) {
      containers.through("scale routing-service 1 to 3", () -> project.scale("routing-service=3"));
      containers.through("scale routing-service 3 to 2", () -> project.scale("routing-service=2"));
      containers.mustHaveLostNothing("scale routing-service");
    } finally {
      project.scale("routing-service=1");
    }
  }

  @Test
  @Order(2)
  void gatewaysThatComeAndGoLoseNothing(People people, Doors doors, ComposeProject project) {
    try (var containers = Containers.withTraffic(project, doors, people)) {
      containers.through("scale gateway 1 to 3", () -> project.scale("gateway=3"));
      containers.through("scale gateway 3 to 1", () -> project.scale("gateway=1"));
      containers.mustHaveLostNothing("scale gateway");
    } finally {
      project.scale("gateway=1");
    }
  }

  @Test
  @Order(3)
  void everythingThatComesAndGoesAtOnceLosesNothing(
      People people, Doors doors, ComposeProject project) {
    try (var containers = Containers.withTraffic(project, doors, people)) {
      containers.through(
          "scale all: routing 3, gateway 3, auth 2, presence 2",
          () ->
              project.scale(
                  "routing-service=3", "gateway=3", "auth-service=2", "presence-service=2"));
      containers.through("scale all back to 1", () -> scaleBack(project));
      containers.mustHaveLostNothing("scale all");
    } finally {
      scaleBack(project);
    }
  }

  @TestFactory
  @Order(4)
  Stream<DynamicTest> theDeathOfAContainerLosesNothing(
      People people, Doors doors, ComposeProject project) {
    return project.containers().stream()
        .map(Container::instance)
        .map(instance ->
            DynamicTest.dynamicTest(
                instance,
                () -> {
                  try (var containers = Containers.withTraffic(project, doors, people)) {
                    Container killed = project.container(instance);
                    containers.through("kill -9 " + instance, () -> project.crash(killed));
                    containers.mustHaveLostNothing("kill " + instance);
                    assertThat(project.container(instance).pid()).isNotEqualTo(killed.pid());
                  }
                }));
  }

  @Test
  @Order(5)
  void aGatewayThatIsCutOffAndComesBackLosesNothing(
      People people, Doors doors, ComposeProject project) {
    project.scale("gateway=2");
    try (var containers = Containers.withTraffic(project, doors, people)) {
      cutAndBringBack("gateway-1", containers, project);
    } finally {
      project.scale("gateway=1");
    }
  }

  @TestFactory
  @Order(6)
  Stream<DynamicTest> aBrokerOfThreeThatIsCutOffAndComesBackLosesNothing(
      People people, Doors doors, ComposeProject project) {
    List<Container> brokers =
        project.containers().stream()
            .filter(container -> container.service().startsWith("kafka"))
            .toList();
    // Of one broker none can be spared.
    return (brokers.size() == 1 ? List.<Container>of() : brokers)
        .stream()
            .map(Container::instance)
            .map(instance ->
                DynamicTest.dynamicTest(
                    instance,
                    () -> {
                      try (var containers = Containers.withTraffic(project, doors, people)) {
                        cutAndBringBack(instance, containers, project);
                      }
                    }));
  }

  private static void cutAndBringBack(
      String instance, Containers containers, ComposeProject project) {
    Container cut = project.container(instance);
    try {
      containers.throughWithout("cut off " + instance, () -> project.cutOff(cut));
    } finally {
      containers.through("bring back " + instance, () -> project.bringBack(cut));
    }
    containers.mustHaveLostNothing("cut " + instance);
  }

  private static void scaleBack(ComposeProject project) {
    project.scale("routing-service=1", "gateway=1", "auth-service=1", "presence-service=1");
  }
}

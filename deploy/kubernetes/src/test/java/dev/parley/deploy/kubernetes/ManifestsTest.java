package dev.parley.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Of the manifests as they are, and with the component for a bucket.
@ParameterizedClass(name = "{0}")
@MethodSource("sets")
class ManifestsTest {
  private static final Set<String> SETTINGS_OF_A_BUCKET =
      Set.of(
          "PARLEY_GATEWAY_FILES_STORE",
          "PARLEY_GATEWAY_FILES_S3_ENDPOINT",
          "PARLEY_GATEWAY_FILES_S3_REGION",
          "PARLEY_GATEWAY_FILES_S3_BUCKET",
          "PARLEY_GATEWAY_FILES_S3_ACCESS_KEY",
          "PARLEY_GATEWAY_FILES_S3_SECRET_KEY");

  private final List<String> components;
  private final Manifests manifests;

  ManifestsTest(List<String> components) throws IOException {
    this.components = components;
    this.manifests = Manifests.read(components);
  }

  static List<List<String>> sets() {
    return List.of(List.of(), List.of("s3"));
  }

  @Test
  void areWhatTheApiKnows() {
    assertThat(manifests.of(StatefulSet.class)).hasSize(2);
    assertThat(manifests.of(Deployment.class)).hasSize(4);
    assertThat(manifests.of(NetworkPolicy.class)).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'apiVersion':'v1','kind':'Service','metadata':{'name':'a'},'spec':{'port':[]}}",
        "{'apiVersion':'v1','kind':'Service','metadata':{'name':'a'},'spec':{'ports':5}}",
        "{'apiVersion':'v2','kind':'Service','metadata':{'name':'a'}}",
        "{'apiVersion':'v1','kind':'Servise','metadata':{'name':'a'}}"
      })
  void whatTheApiDoesNotKnowIsFound(String document) {
    assertThatThrownBy(
            () -> Manifests.parse(new ObjectMapper().readTree(document.replace('\'', '"'))))
        .isInstanceOf(IOException.class);
  }

  @Test
  void selectorsFindTheirPods() {
    Stream<Map<String, String>> selectors =
        Stream.of(
                manifests.of(Service.class).stream().map(each -> each.getSpec().getSelector()),
                manifests.of(PodDisruptionBudget.class).stream()
                    .map(each -> each.getSpec().getSelector().getMatchLabels()),
                manifests.of(Deployment.class).stream()
                    .map(each -> each.getSpec().getSelector().getMatchLabels()),
                manifests.of(StatefulSet.class).stream()
                    .map(each -> each.getSpec().getSelector().getMatchLabels()))
            .flatMap(each -> each);

    assertThat(selectors)
        .isNotEmpty()
        .allSatisfy(labels -> assertThat(manifests.selected(labels)).as("%s", labels).hasSize(1));
  }

  @Test
  void servicesLeadToPortsThatAreOpen() {
    for (Service service : manifests.of(Service.class)) {
      PodTemplateSpec pod = manifests.selected(service.getSpec().getSelector()).getFirst();
      for (ServicePort port : service.getSpec().getPorts()) {
        Object wanted =
            port.getTargetPort() == null ? port.getPort() : port.getTargetPort().getValue();
        assertThat(portsOf(pod)).as(service.getMetadata().getName()).contains(wanted);
      }
    }
  }

  @Test
  void probesAskPortsThatAreOpen() {
    manifests
        .pods()
        .forEach((name, pod) -> {
          for (Container container : pod.getSpec().getContainers()) {
            assertThat(container.getReadinessProbe()).as(name).isNotNull();
            assertThat(container.getLivenessProbe()).as(name).isNotNull();
            assertThat(container.getStartupProbe()).as(name).isNotNull();
            if (container.getReadinessProbe().getHttpGet() != null) {
              assertThat(portsOf(pod))
                  .as(name)
                  .contains(container.getReadinessProbe().getHttpGet().getPort().getValue());
            }
          }
        });
  }

  @Test
  void podsHaveTheVolumesThatTheyMount() {
    manifests
        .pods()
        .forEach((name, pod) -> {
          Set<String> volumes =
              Stream.concat(pod.getSpec().getVolumes().stream().map(Volume::getName), claims(name))
                  .collect(Collectors.toSet());
          assertThat(containers(pod).flatMap(each -> each.getVolumeMounts().stream()))
              .extracting(VolumeMount::getName)
              .as(name)
              .isNotEmpty()
              .isSubsetOf(volumes);
        });
  }

  @Test
  void noPodRunsAsRootOrKeepsMoreRightsThanItNeeds() {
    manifests
        .pods()
        .forEach((name, pod) -> {
          assertThat(pod.getSpec().getSecurityContext().getRunAsNonRoot()).as(name).isTrue();
          assertThat(pod.getSpec().getAutomountServiceAccountToken()).as(name).isFalse();
          assertThat(containers(pod))
              .allSatisfy(container -> {
                var context = container.getSecurityContext();
                assertThat(context.getAllowPrivilegeEscalation()).as(name).isFalse();
                assertThat(context.getCapabilities().getDrop()).as(name).containsExactly("ALL");
                assertThat(container.getResources().getLimits()).as(name).containsKey("memory");
              });
        });
  }

  /// A volume that all gateways write to, or a bucket, and a way to it: one of both.
  @Test
  void filesLieInOnePlace() {
    boolean inBucket = components.contains("s3");
    PodTemplateSpec gateway = Objects.requireNonNull(manifests.pods().get("gateway"));
    Set<String> settings =
        containers(gateway)
            .flatMap(each -> each.getEnv().stream())
            .map(EnvVar::getName)
            .filter(name -> name.startsWith("PARLEY_GATEWAY_FILES_S"))
            .collect(Collectors.toSet());

    assertThat(settings)
        .containsExactlyInAnyOrderElementsOf(inBucket ? SETTINGS_OF_A_BUCKET : Set.of());
    assertThat(containers(gateway).flatMap(each -> each.getVolumeMounts().stream()))
        .filteredOn(mount -> mount.getMountPath().equals("/files"))
        .hasSize(inBucket ? 0 : 1);
    assertThat(gateway.getSpec().getVolumes())
        .filteredOn(volume -> volume.getPersistentVolumeClaim() != null)
        .hasSize(inBucket ? 0 : 1);
    assertThat(manifests.of(PersistentVolumeClaim.class)).hasSize(inBucket ? 0 : 1);
    assertThat(manifests.of(NetworkPolicy.class))
        .filteredOn(policy -> policy.getMetadata().getName().equals("to-the-bucket"))
        .hasSize(inBucket ? 1 : 0)
        .allSatisfy(policy ->
            assertThat(manifests.selected(policy.getSpec().getPodSelector().getMatchLabels()))
                .containsExactly(gateway));
  }

  @Test
  void holdNoSecret() {
    assertThat(manifests.all()).extracting(HasMetadata::getKind).doesNotContain("Secret");
    assertThat(secretsMounted())
        .containsExactlyInAnyOrder(
            "parley-passwords", "parley-tokens", "parley-host-key", "parley-tls");
  }

  @Test
  void autoscalersScaleWhatIsThereAndNotBeyondThePartitions() {
    int partitions =
        Integer.parseInt(settings().getData().getOrDefault("PARLEY_TOPICS_PARTITIONS", "0"));
    for (HorizontalPodAutoscaler scaler : manifests.of(HorizontalPodAutoscaler.class)) {
      String target = scaler.getSpec().getScaleTargetRef().getName();
      assertThat(manifests.pods()).containsKey(target);
      if (target.equals("routing-service")) {
        assertThat(scaler.getSpec().getMaxReplicas()).isEqualTo(partitions);
      }
    }
  }

  @Test
  void databaseIsPreparedAsInCompose() throws IOException {
    String script = Files.readString(Path.of("..", "postgres", "10-parley.sh"));

    assertThat(manifests.of(ConfigMap.class))
        .filteredOn(each -> each.getMetadata().getName().equals("postgres-init"))
        .singleElement()
        .satisfies(each -> assertThat(each.getData()).containsEntry("10-parley.sh", script));
  }

  private ConfigMap settings() {
    return manifests.of(ConfigMap.class).stream()
        .filter(each -> each.getMetadata().getName().equals("parley-settings"))
        .findFirst()
        .orElseThrow();
  }

  private Set<String> secretsMounted() {
    return manifests.pods().values().stream()
        .flatMap(pod -> pod.getSpec().getVolumes().stream())
        .filter(volume -> volume.getSecret() != null)
        .map(volume -> volume.getSecret().getSecretName())
        .collect(Collectors.toSet());
  }

  private Stream<String> claims(String name) {
    return manifests.of(StatefulSet.class).stream()
        .filter(each -> each.getMetadata().getName().equals(name))
        .flatMap(each -> each.getSpec().getVolumeClaimTemplates().stream())
        .map(PersistentVolumeClaim::getMetadata)
        .map(each -> each.getName());
  }

  private static Stream<Container> containers(PodTemplateSpec pod) {
    return Stream.concat(
        pod.getSpec().getContainers().stream(), pod.getSpec().getInitContainers().stream());
  }

  private static Set<Object> portsOf(PodTemplateSpec pod) {
    return containers(pod)
        .flatMap(each -> each.getPorts().stream())
        .flatMap(ManifestsTest::namesOf)
        .collect(Collectors.toSet());
  }

  private static Stream<Object> namesOf(ContainerPort port) {
    return Stream.of(port.getName(), port.getContainerPort());
  }
}

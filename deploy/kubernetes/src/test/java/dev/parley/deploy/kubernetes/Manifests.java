package dev.parley.deploy.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/// The documents of all files that the kustomization names, with those of components, read
/// strictly: an unknown field is an error.
record Manifests(List<HasMetadata> all) {
  private static final Path FOLDER = Path.of("");
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // The model would take what it does not know as additional properties.
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated any) {
                  return false;
                }
              })
          .build();

  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "Namespace", Namespace.class,
          "ConfigMap", ConfigMap.class,
          "Service", Service.class,
          "PersistentVolumeClaim", PersistentVolumeClaim.class,
          "StatefulSet", StatefulSet.class,
          "Deployment", Deployment.class,
          "PodDisruptionBudget", PodDisruptionBudget.class,
          "HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
          "NetworkPolicy", NetworkPolicy.class);

  /// Reads what the kustomization names, put together with components.
  ///
  /// @param components folders of components
  static Manifests read(List<String> components) throws IOException {
    List<ObjectNode> documents = resources("");
    for (String component : components) {
      documents.addAll(resources(component + "/"));
      for (JsonNode patch : document(component + "/kustomization.yaml").path("patches")) {
        String file = component + "/" + patch.path("path").asText();
        Patches.apply(documents, (ObjectNode) document(file));
      }
    }
    List<HasMetadata> all = new ArrayList<>();
    for (ObjectNode each : documents) {
      all.add(parse(each));
    }
    return new Manifests(all);
  }

  private static List<ObjectNode> resources(String folder) throws IOException {
    List<ObjectNode> documents = new ArrayList<>();
    for (JsonNode file : document(folder + "kustomization.yaml").path("resources")) {
      String text = Files.readString(FOLDER.resolve(folder + file.asText()));
      for (Object each : new Yaml().loadAll(text)) {
        documents.add(PLAIN.valueToTree(each));
      }
    }
    return documents;
  }

  /// Reads one document.
  ///
  /// @throws IOException if it is not what the API knows
  static HasMetadata parse(JsonNode document) throws IOException {
    Class<? extends HasMetadata> kind = KINDS.get(document.path("kind").asText());
    if (kind == null) {
      throw new IOException("no kind of ours: " + document.path("kind"));
    }
    String version = HasMetadata.getApiVersion(kind);
    if (!document.path("apiVersion").asText().equals(version)) {
      throw new IOException(kind.getSimpleName() + " is of " + version);
    }
    return STRICT.treeToValue(document, kind);
  }

  static JsonNode document(String file) throws IOException {
    return PLAIN.valueToTree(new Yaml().load(Files.readString(FOLDER.resolve(file))));
  }

  <T extends HasMetadata> List<T> of(Class<T> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// {@return the pods' templates, by the name of what makes them}
  Map<String, PodTemplateSpec> pods() {
    return Stream.concat(
            of(Deployment.class).stream()
                .map(each -> Map.entry(each.getMetadata().getName(), each.getSpec().getTemplate())),
            of(StatefulSet.class).stream()
                .map(each -> Map.entry(each.getMetadata().getName(), each.getSpec().getTemplate())))
        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// {@return the pods that labels select}
  List<PodTemplateSpec> selected(Map<String, String> labels) {
    return pods().values().stream()
        .filter(pod ->
            Optional.ofNullable(pod.getMetadata().getLabels())
                .orElse(Map.of())
                .entrySet()
                .containsAll(labels.entrySet()))
        .toList();
  }
}

package dev.parley.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What kustomize makes of strategic merge patches, as far as ours go: objects are merged field by
/// field, elements of the lists below by what they are known by, and `$patch: delete` removes.
final class Patches {
  private static final String DIRECTIVE = "$patch";

  /// By which field the elements of a list are told apart (`x-kubernetes-patch-merge-key`).
  private static final Map<String, String> KEYS =
      Map.of("containers", "name", "env", "name", "volumes", "name", "volumeMounts", "mountPath");

  private Patches() {}

  /// Changes the one document that a patch means.
  ///
  /// @throws IllegalStateException if there is none, as kustomize says too
  static void apply(List<ObjectNode> documents, ObjectNode patch) {
    ObjectNode target =
        documents.stream()
            .filter(each -> isSame(each, patch))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no target for " + patch));
    if (isDeletion(patch)) {
      documents.remove(target);
    } else {
      merge(target, patch);
    }
  }

  private static boolean isSame(JsonNode one, JsonNode other) {
    return List.of("/apiVersion", "/kind", "/metadata/name").stream()
        .allMatch(path -> one.at(path).equals(other.at(path)));
  }

  private static boolean isDeletion(JsonNode patch) {
    return patch.path(DIRECTIVE).asText().equals("delete");
  }

  private static void merge(ObjectNode target, ObjectNode patch) {
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      JsonNode present = target.get(field.getKey());
      switch (field.getValue()) {
        case ObjectNode object when present instanceof ObjectNode into -> merge(into, object);
        case ArrayNode list
            when present instanceof ArrayNode into && KEYS.containsKey(field.getKey()) ->
            merge(into, list, KEYS.get(field.getKey()));
        default -> target.set(field.getKey(), field.getValue());
      }
    }
  }

  private static void merge(ArrayNode target, ArrayNode patch, String key) {
    for (JsonNode each : patch) {
      Optional<JsonNode> present = find(target, key, each.path(key));
      if (isDeletion(each)) {
        remove(target, present.orElseThrow(() -> new IllegalStateException("no " + each)));
      } else if (present.isPresent()) {
        merge((ObjectNode) present.get(), (ObjectNode) each);
      } else {
        target.add(each);
      }
    }
  }

  private static Optional<JsonNode> find(ArrayNode list, String key, JsonNode value) {
    List<JsonNode> all = new ArrayList<>();
    list.forEach(all::add);
    return all.stream().filter(each -> each.path(key).equals(value)).findFirst();
  }

  private static void remove(ArrayNode list, JsonNode element) {
    for (Iterator<JsonNode> each = list.iterator(); each.hasNext(); ) {
      if (each.next().equals(element)) {
        each.remove();
      }
    }
  }
}

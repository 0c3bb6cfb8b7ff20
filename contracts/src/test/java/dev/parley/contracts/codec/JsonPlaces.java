package dev.parley.contracts.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Where the values of a JSON tree are, so that each can be changed in turn.
final class JsonPlaces {
  private JsonPlaces() {}

  /// {@return for each place in the tree that holds a value, what puts another one there}
  static List<Consumer<JsonNode>> in(JsonNode node) {
    List<Consumer<JsonNode>> places = new ArrayList<>();
    switch (node) {
      case ObjectNode object ->
          names(object)
              .forEach(name -> {
                places.add(value -> object.set(name, value));
                places.addAll(in(object.get(name)));
              });
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          int index = i;
          places.add(value -> array.set(index, value));
          places.addAll(in(array.get(i)));
        }
      }
      default -> {}
    }
    return places;
  }

  /// {@return every object in the tree, outermost first}
  static List<ObjectNode> objectsIn(JsonNode node) {
    List<ObjectNode> objects = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> objects.addAll(objectsIn(child)));
    return objects;
  }

  static List<String> names(ObjectNode object) {
    return object.properties().stream().map(field -> field.getKey()).toList();
  }
}

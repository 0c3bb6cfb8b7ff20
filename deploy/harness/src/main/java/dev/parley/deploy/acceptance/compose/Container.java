package dev.parley.deploy.acceptance.compose;

import com.fasterxml.jackson.databind.JsonNode;

/// One container of the project, as `docker inspect` reported it.
///
/// @param id its id
/// @param name such as `parley-gateway-2`
/// @param service such as `gateway`
/// @param number of the instance, from 1
/// @param healthy whether it runs and its health check says that it is well
/// @param pid process id on the machine that docker runs on, or 0 while there is none
public record Container(
    String id, String name, String service, int number, boolean healthy, long pid) {

  static Container of(JsonNode inspected) {
    JsonNode state = inspected.path("State");
    JsonNode labels = inspected.path("Config").path("Labels");
    return new Container(
        inspected.path("Id").asText(),
        inspected.path("Name").asText().substring(1),
        labels.path("com.docker.compose.service").asText(),
        labels.path("com.docker.compose.container-number").asInt(),
        state.path("Health").path("Status").asText().equals("healthy"),
        state.path("Pid").asLong());
  }

  /// {@return service and number of the instance: `gateway-2`}
  public String instance() {
    return service + "-" + number;
  }
}

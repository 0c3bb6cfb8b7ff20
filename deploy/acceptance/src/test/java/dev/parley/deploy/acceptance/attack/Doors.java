package dev.parley.deploy.acceptance.attack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.deploy.acceptance.frame.FrameClient;
import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.LineDoor;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/// Ways to try a password.
final class Doors implements AutoCloseable {
  private final ParleyStack stack;
  private final HttpClient http = HttpClient.newHttpClient();

  /// Tries a password on a connection of its own.
  @FunctionalInterface
  interface Try {
    /// {@return the code with which it was refused, or `ok`}
    String login(String user, String password);
  }

  Doors(ParleyStack stack) {
    this.stack = stack;
  }

  /// {@return every door that a password can be typed at without a terminal}
  List<Try> all() {
    return List.of(byLine(stack.tcp()), byLine(stack.tls()), this::byFrame, this::byHttp);
  }

  /// {@return status of a call of an administrator}
  int call(String path, String token) {
    return send(HttpRequest.newBuilder(api(path)).header("Authorization", "Bearer " + token))
        .statusCode();
  }

  /// {@return a token that a login gives}
  String token(Person person) {
    return send(login(person.handle(), person.password()))
        .body()
        .replaceFirst("(?s).*\"token\":\"([^\"]+)\".*", "$1");
  }

  /// {@return status of an import that holds nothing where an account should be}
  int importNull(String token) {
    String body = "{\"id\":\"x\",\"dryRun\":true,\"accounts\":[null]}";
    return send(HttpRequest.newBuilder(api("imports"))
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body)))
        .statusCode();
  }

  private static Try byLine(LineDoor door) {
    return (user, password) -> {
      try (LineClient client = LineClient.open(door)) {
        var reply = client.ask("login " + user + " " + password);
        return reply.isOk() ? "ok" : reply.code();
      }
    };
  }

  private String byFrame(String user, String password) {
    try (FrameClient client = FrameClient.open(stack.frames())) {
      JsonNode answer = client.ask("login", Map.of("user", user, "password", password));
      return answer.path("code").asText("ok");
    }
  }

  private String byHttp(String user, String password) {
    HttpResponse<String> answer = send(login(user, password));
    return answer.statusCode() == 200
        ? "ok"
        : answer.body().replaceFirst("(?s).*\"code\":\"(\\w+)\".*", "$1");
  }

  private HttpRequest.Builder login(String user, String password) {
    String body = "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password);
    return HttpRequest.newBuilder(api("login")).POST(BodyPublishers.ofString(body));
  }

  private URI api(String path) {
    return stack.web().resolve("/api/admin/" + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}

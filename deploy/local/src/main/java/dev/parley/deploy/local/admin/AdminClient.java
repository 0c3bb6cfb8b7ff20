package dev.parley.deploy.local.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Calls `/api/admin` of one gateway. Every failure is a [TroubleException] with cause and cure.
final class AdminClient {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final URI server;
  private final Supplier<String> token;

  /// Calls a gateway.
  ///
  /// @param http client
  /// @param server such as `http://127.0.0.1:8080`
  /// @param token gives the token of each call
  AdminClient(HttpClient http, URI server, Supplier<String> token) {
    this.http = http;
    this.server = server;
    this.token = token;
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  JsonNode get(String path, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return call(request(path + (query.isEmpty() ? "" : "?" + query)).GET());
  }

  JsonNode post(String path, JsonNode body) {
    return call(request(path).POST(BodyPublishers.ofString(body.toString())));
  }

  /// {@return the token that a password gets}
  static String logIn(HttpClient http, URI server, String user, String password) {
    AdminClient stranger = new AdminClient(http, server, () -> "");
    return stranger
        .post("login", object().put("user", user).put("password", password))
        .path("token")
        .asText();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve("/api/admin/" + path))
        .timeout(LIMIT)
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + token.get());
  }

  private JsonNode call(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      JsonNode body = JSON.readTree(response.body());
      if (response.statusCode() == OK) {
        return body;
      }
      throw refused(body);
    } catch (JsonProcessingException e) {
      throw new TroubleException(
          server + " is no Parley, or one without administration",
          "give the address of the web page: --server https://HOST:8443");
    } catch (IOException e) {
      throw new TroubleException(
          "no answer from " + server + ": " + e,
          "see whether it runs with ./parley status; a certificate that signs itself needs"
              + " --certificate FILE");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TroubleException("interrupted", "try again");
    }
  }

  private static TroubleException refused(JsonNode body) {
    String code = body.path("code").asText("internal");
    String message = Printable.of(body.path("message").asText("the server refused"));
    return new TroubleException(message + " (" + code + ")", cure(code));
  }

  private static String cure(String code) {
    return switch (code) {
      case "bad_credentials" -> "check name and password; on the server's machine none are needed";
      case "not_allowed" -> "ask an administrator, or use the server's own console";
      case "no_such_user" -> "look for the name with ./parley admin users PREFIX";
      case "locked" -> "wait, or use the server's own console";
      case "rate_limited", "unavailable" -> "try again in a moment";
      case "internal" -> "see ./parley logs gateway";
      default -> "see ./parley admin --help";
    };
  }
}

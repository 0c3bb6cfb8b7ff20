package dev.parley.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/// Asks the service over HTTP.
public final class Http {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Http() {}

  /// {@return where the service under test listens}
  public static URI service() {
    return ConfigProvider.getConfig().getValue("test.url", URI.class);
  }

  /// {@return the answer to a GET}
  ///
  /// @param base where the service listens
  /// @param path absolute path
  public static HttpResponse<String> get(URI base, String path) {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// {@return the text value of a field of a flat JSON object}
  ///
  /// @param json the object
  /// @param name the field
  public static String field(String json, String name) {
    Matcher field = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    if (!field.find()) {
      throw new AssertionError("no " + name + " in " + json);
    }
    return field.group(1);
  }
}

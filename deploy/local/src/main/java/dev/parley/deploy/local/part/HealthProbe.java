package dev.parley.deploy.local.part;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Asks a service over HTTP whether it is ready.
///
/// @param host address of the service
/// @param port its HTTP port
public record HealthProbe(String host, int port) {

  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int PAUSE_MILLIS = 150;
  private static final int OK = 200;

  /// {@return whether `/q/health/ready` answers with 200 within two seconds}
  public boolean isReady() {
    HttpURLConnection connection = null;
    try {
      var url = URI.create("http://" + bracketed() + ":" + port + "/q/health/ready").toURL();
      connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      return connection.getResponseCode() == OK;
    } catch (IOException _) {
      return false;
    } finally {
      disconnect(connection);
    }
  }

  /// Waits a moment between two questions.
  static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private String bracketed() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static void disconnect(@Nullable HttpURLConnection connection) {
    if (connection != null) {
      connection.disconnect();
    }
  }
}

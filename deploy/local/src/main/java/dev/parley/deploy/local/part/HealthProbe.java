package dev.parley.deploy.local.part;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Asks a service over HTTP whether it is ready; that is answered on loopback only.
///
/// @param port its HTTP port
public record HealthProbe(int port) {

  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int PAUSE_MILLIS = 150;
  private static final int OK = 200;

  /// {@return whether `/q/health/ready` answers with 200 within two seconds}
  public boolean isReady() {
    HttpURLConnection connection = null;
    try {
      var url = URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL();
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

  private static void disconnect(@Nullable HttpURLConnection connection) {
    if (connection != null) {
      connection.disconnect();
    }
  }
}

package dev.parley.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/// A gateway with a port of its own and no auth-service to ask.
public final class GatewayAlone implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "parley.gateway.tcp.port",
        Integer.toString(freePort()),
        "parley.gateway.tls.port",
        "-1",
        "parley.gateway.credentials.url",
        "http://127.0.0.1:1");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

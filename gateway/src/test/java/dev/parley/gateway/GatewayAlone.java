package dev.parley.gateway;

import dev.parley.deploy.embedded.FreePorts;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// A gateway with a port of its own and no auth-service to ask. A machine that is fast makes more
/// calls in a second than one address may, so there are more of them here.
public final class GatewayAlone implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "parley.gateway.tcp.port",
        Integer.toString(FreePorts.next()),
        "parley.gateway.tls.port",
        "-1",
        "parley.gateway.ssh.port",
        "-1",
        "parley.gateway.credentials.url",
        "http://127.0.0.1:1",
        "parley.gateway.admin.body-timeout",
        "1s",
        "parley.gateway.admin.call-burst",
        "1000");
  }
}

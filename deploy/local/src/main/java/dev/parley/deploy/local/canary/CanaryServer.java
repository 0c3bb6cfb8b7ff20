package dev.parley.deploy.local.canary;

import dev.parley.deploy.local.admin.Certificates;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.home.Secrets;
import dev.parley.deploy.local.state.ProcessState;
import dev.parley.deploy.local.state.RunState;
import dev.parley.deploy.local.state.StateFile;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which doors, and as whom: those of the stack on this machine, unless another host is named.
final class CanaryServer {
  private static final String LOCAL = "127.0.0.1";

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Another machine; else the stack on this one.")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "DOOR=PORT",
      description = "Port of tcp, tls, ws or ssh at --host; only doors named so are visited.")
  private Map<String, Integer> ports = Map.of();

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "Certificate (PEM) of a server that signs its own; ws then uses TLS.")
  private @Nullable Path certificate;

  @Option(
      names = "--ssh-fingerprint",
      paramLabel = "SHA256:…",
      description = "Fingerprint of the host key at --host.")
  private String fingerprint = "";

  @Option(
      names = "--account",
      paramLabel = "NAME",
      defaultValue = "parley-canary",
      description = "Its account; made unless it is there. Default: ${DEFAULT-VALUE}.")
  private String name = "";

  CanaryAccount account() {
    String given = System.getenv("PARLEY_PASSWORD");
    if (given != null) {
      return new CanaryAccount(name, given);
    }
    if (host != null) {
      throw new TroubleException(
          "there is no password for " + name, "set the variable PARLEY_PASSWORD");
    }
    return new CanaryAccount(name, new Secrets(data()).password("canary"));
  }

  /// {@return the doors, the plain line door first}
  List<CanaryDoor> doors() {
    return host == null ? local() : remote(host);
  }

  private List<CanaryDoor> local() {
    Map<String, Integer> of = gateway().ports();
    Path own = data().resolve("tls").resolve("certificate.pem");
    String hostKey = Home.of(System.getenv()).sshFingerprint(state().loadTest()).orElse("");
    return List.of(
        plain(LOCAL, of.getOrDefault("tcp", 0)),
        tls(LOCAL, of.getOrDefault("tls", 0), Certificates.trust(own)),
        new FrameCanaryDoor(
            HttpClient.newHttpClient(),
            URI.create("ws://" + LOCAL + ":" + of.getOrDefault("web", 0) + "/ws")),
        new SshCanaryDoor(LOCAL, of.getOrDefault("ssh", 0), hostKey));
  }

  private List<CanaryDoor> remote(String where) {
    List<CanaryDoor> doors = new ArrayList<>();
    SSLContext trust = certificate == null ? null : Certificates.trust(certificate);
    if (ports.containsKey("tcp")) {
      doors.add(plain(where, ports.get("tcp")));
    }
    if (ports.containsKey("tls")) {
      doors.add(tls(where, ports.get("tls"), trust));
    }
    if (ports.containsKey("ws")) {
      doors.add(frames(where, ports.get("ws"), trust));
    }
    if (ports.containsKey("ssh")) {
      doors.add(new SshCanaryDoor(where, ports.get("ssh"), fingerprint));
    }
    if (doors.isEmpty()) {
      throw new TroubleException(
          "no door of " + where + " is named", "name some: --port tls=5556 --port ws=8443");
    }
    return doors;
  }

  private static LineCanaryDoor plain(String where, int port) {
    return new LineCanaryDoor("tcp", Socket::new, new InetSocketAddress(where, port));
  }

  private static LineCanaryDoor tls(String where, int port, @Nullable SSLContext trust) {
    return new LineCanaryDoor(
        "tls",
        () -> {
          SSLContext context = trust == null ? context() : trust;
          SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket();
          SSLParameters parameters = socket.getSSLParameters();
          // One certificate that is trusted by itself need not name the host.
          parameters.setEndpointIdentificationAlgorithm(trust == null ? "HTTPS" : null);
          socket.setSSLParameters(parameters);
          return socket;
        },
        new InetSocketAddress(where, port));
  }

  private static FrameCanaryDoor frames(String where, int port, @Nullable SSLContext trust) {
    HttpClient.Builder http = HttpClient.newBuilder();
    HttpClient client = trust == null ? http.build() : http.sslContext(trust).build();
    return new FrameCanaryDoor(client, URI.create("wss://" + where + ":" + port + "/ws"));
  }

  private static SSLContext context() {
    try {
      return SSLContext.getDefault();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has a default", e);
    }
  }

  private static Path data() {
    return Home.of(System.getenv()).data(state().loadTest());
  }

  private static ProcessState gateway() {
    return state().processes().stream()
        .filter(process -> process.name().equals("gateway-1"))
        .findFirst()
        .orElseThrow(CanaryServer::nothing);
  }

  private static RunState state() {
    return new StateFile(Home.of(System.getenv()))
        .read()
        .filter(recorded -> recorded.supervisor().find().isPresent())
        .orElseThrow(CanaryServer::nothing);
  }

  private static TroubleException nothing() {
    return new TroubleException(
        "no stack is running here",
        "start one with ./parley up, or name another: --host HOST --port tls=5556");
  }
}

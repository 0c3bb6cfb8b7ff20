package dev.parley.cli.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a server with a certificate that it has signed itself, for another name.
class TrustTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder = Path.of("");

  private final List<HttpsServer> servers = new ArrayList<>();

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
  }

  @Test
  void refusesWhatNobodyHasConfirmed() throws Exception {
    // Given
    Site site = serve();

    // When, Then
    assertThatThrownBy(site::ask)
        .rootCause()
        .isInstanceOfSatisfying(
            UnknownCertificateException.class, e -> assertThat(e.shown()).isEqualTo(site.shown()));
  }

  @Test
  void takesWhatWasConfirmedWhateverNameIsInIt() throws Exception {
    // Given
    Site site = serve();
    site.known().add(site.name(), site.shown());

    // When
    int status = site.ask();

    // Then
    assertThat(status).isEqualTo(404);
  }

  @Test
  void refusesAnotherOneThanWasConfirmed() throws Exception {
    // Given
    var before = new Fingerprint("AA:BB");
    Site site = serve();
    site.known().add(site.name(), before);

    // When, Then
    assertThatThrownBy(site::ask)
        .rootCause()
        .isInstanceOfSatisfying(
            ChangedCertificateException.class,
            e -> {
              assertThat(e.confirmed()).isEqualTo(before);
              assertThat(e.shown()).isEqualTo(site.shown());
            });
  }

  /// A server, what it shows, and what a client knows of servers.
  ///
  /// @param name host and port
  /// @param shown fingerprint of its certificate
  /// @param known what was confirmed
  private record Site(String name, Fingerprint shown, KnownServers known) {
    int ask() throws Exception {
      try (HttpClient client =
          HttpClient.newBuilder().sslContext(Trust.context(known, name)).build()) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://" + name + "/")).build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
      }
    }
  }

  private Site serve() throws Exception {
    KeyStore keys = keys(folder.resolve("keys.p12"));
    HttpsServer server = start(context(keys));
    servers.add(server);
    return new Site(
        "127.0.0.1:" + server.getAddress().getPort(),
        Fingerprint.of((X509Certificate) keys.getCertificate("parley")),
        new KnownServers(folder.resolve("known_servers")));
  }

  private static HttpsServer start(SSLContext context) throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.start();
    return server;
  }

  private static SSLContext context(KeyStore keys) throws Exception {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static KeyStore keys(Path file) throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "parley",
                "-keyalg",
                "EC",
                "-dname",
                "CN=elsewhere.example",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }
}

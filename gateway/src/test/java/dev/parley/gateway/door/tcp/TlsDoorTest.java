package dev.parley.gateway.door.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.embedded.FreePorts;
import dev.parley.gateway.door.Doors;
import dev.parley.gateway.door.tls.ServerCertificate;
import dev.parley.gateway.door.tls.TlsSettings;
import io.vertx.core.net.NetServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The door over TLS.
class TlsDoorTest extends OnSocketDoor {
  @Test
  void speaksTlsWithTheCertificateItMade(@TempDir Path folder)
      throws IOException, GeneralSecurityException {
    // Given
    ServerCertificate certificate = ServerCertificate.of(TlsSettings.in(folder));
    port = FreePorts.next();
    start(door(port, Doors.settings(), certificate));

    // When
    try (SSLSocket socket =
            (SSLSocket)
                trusting(folder.resolve("certificate.pem"))
                    .getSocketFactory()
                    .createSocket("localhost", port);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      // Then
      assertThat(reader.readLine()).startsWith("* notice welcome");
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
    }
  }

  /// Old versions are refused, and so is a second handshake, which costs the server far more than
  /// the client.
  @Test
  void speaksTls12WithoutRenegotiationAndNothingOlder(@TempDir Path folder)
      throws IOException, GeneralSecurityException {
    // Given
    ServerCertificate certificate = ServerCertificate.of(TlsSettings.in(folder));
    port = FreePorts.next();
    NetServerOptions options = new NetServerOptions().setHost("127.0.0.1").setPort(port);
    certificate.applyTo(options);
    assertThat(options.getEnabledSecureTransportProtocols()).containsOnly("TLSv1.2", "TLSv1.3");
    start(new SocketDoor("tls", vertx, options, context(Doors.settings())));

    try (SSLSocket socket =
        (SSLSocket)
            trusting(folder.resolve("certificate.pem"))
                .getSocketFactory()
                .createSocket("localhost", port)) {
      socket.setSoTimeout((int) LIMIT.toMillis());
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(reader.readLine()).startsWith("* notice welcome");

      // When
      socket.startHandshake();

      // Then
      assertThatThrownBy(reader::readLine).isInstanceOf(IOException.class);
    }
  }

  private static SSLContext trusting(Path pem) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (var in = java.nio.file.Files.newInputStream(pem)) {
      trusted.setCertificateEntry(
          "parley", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}

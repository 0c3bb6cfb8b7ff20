package dev.parley.deploy.local.admin;

import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// HTTP clients, with trust in what is usually trusted or in one certificate.
public final class Certificates {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  private Certificates() {}

  static HttpClient client(@Nullable Path certificate) {
    HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT);
    return certificate == null ? client.build() : client.sslContext(trust(certificate)).build();
  }

  /// {@return trust in one certificate and in nothing else}
  ///
  /// @param file the certificate, PEM
  /// @throws TroubleException if it cannot be read
  public static SSLContext trust(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      trusted.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new TroubleException(
          "no certificate can be read from " + file + ": " + e,
          "give the certificate.pem of the server's data folder");
    }
  }
}

package dev.parley.gateway.door.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTest {
  @TempDir private Path folder;

  @Test
  void makesACertificateForThisMachine() throws IOException, CertificateException {
    // When
    ServerCertificate.of(TlsSettings.in(folder));

    // Then
    try (var in = Files.newInputStream(folder.resolve("certificate.pem"))) {
      X509Certificate made =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      made.checkValidity();
      assertThat(made.getSubjectAlternativeNames().toString())
          .contains("localhost")
          .contains("127.0.0.1");
    }
  }

  @Test
  void keepsTheKeyFromOthers() throws IOException {
    ServerCertificate.of(TlsSettings.in(folder));
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key.pem"))))
        .isEqualTo("rw-------");
  }

  @Test
  void keepsTheCertificateOfTheFirstStart() throws IOException {
    // Given
    ServerCertificate.of(TlsSettings.in(folder));
    String first = Files.readString(folder.resolve("certificate.pem"));

    // When
    ServerCertificate.of(TlsSettings.in(folder));

    // Then
    assertThat(folder.resolve("certificate.pem")).hasContent(first);
  }
}

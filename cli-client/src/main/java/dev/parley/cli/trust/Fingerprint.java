package dev.parley.cli.trust;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/// SHA-256 of a certificate, as `openssl x509 -noout -fingerprint -sha256` shows it.
///
/// @param text pairs of hexadecimal digits with colons between them
public record Fingerprint(String text) {

  /// {@return the fingerprint of a certificate}
  ///
  /// @param certificate any
  public static Fingerprint of(X509Certificate certificate) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return new Fingerprint(HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("every JDK has SHA-256, every certificate an encoding", e);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}

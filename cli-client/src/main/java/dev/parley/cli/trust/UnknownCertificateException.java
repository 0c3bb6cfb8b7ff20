package dev.parley.cli.trust;

import java.security.cert.CertificateException;

/// A server showed a certificate that neither the JDK nor a person has confirmed.
public final class UnknownCertificateException extends CertificateException {
  private static final long serialVersionUID = 1L;

  private final transient Fingerprint shown;

  UnknownCertificateException(Fingerprint shown) {
    super("the certificate is not known: " + shown);
    this.shown = shown;
  }

  /// {@return the fingerprint of what the server showed}
  public Fingerprint shown() {
    return shown;
  }
}

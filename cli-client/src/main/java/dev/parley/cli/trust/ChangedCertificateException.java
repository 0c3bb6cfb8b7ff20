package dev.parley.cli.trust;

import java.security.cert.CertificateException;

/// A server showed another certificate than the one that was confirmed for it.
public final class ChangedCertificateException extends CertificateException {
  private static final long serialVersionUID = 1L;

  private final transient Fingerprint shown;
  private final transient Fingerprint confirmed;

  ChangedCertificateException(Fingerprint shown, Fingerprint confirmed) {
    super("the certificate has changed: " + shown + " in place of " + confirmed);
    this.shown = shown;
    this.confirmed = confirmed;
  }

  /// {@return the fingerprint of what the server showed}
  public Fingerprint shown() {
    return shown;
  }

  /// {@return the fingerprint that was confirmed}
  public Fingerprint confirmed() {
    return confirmed;
  }
}

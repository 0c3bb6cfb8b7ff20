package dev.parley.cli.trust;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Believes a certificate that the JDK trusts for this host, or the one that was confirmed for it.
///
/// A confirmed certificate is compared as a whole, so neither its names nor its dates matter. Where
/// another one was confirmed, and the JDK does not trust the new one, the answer is a loud no.
final class PinningTrustManager extends X509ExtendedTrustManager {

  private final Supplier<X509ExtendedTrustManager> jdk;
  private final KnownServers known;
  private final String server;

  PinningTrustManager(Supplier<X509ExtendedTrustManager> jdk, KnownServers known, String server) {
    this.jdk = jdk;
    this.known = known;
    this.server = server;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain, () -> jdk.get().checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain, () -> jdk.get().checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    // Without a connection the JDK cannot compare the host.
    throw new CertificateException("no connection to check the certificate for");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    jdk.get().checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    jdk.get().checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    jdk.get().checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return jdk.get().getAcceptedIssuers();
  }

  @FunctionalInterface
  private interface Check {
    void run() throws CertificateException;
  }

  private void check(X509Certificate[] chain, Check ofJdk) throws CertificateException {
    Fingerprint shown = Fingerprint.of(chain[0]);
    Fingerprint confirmed = known.find(server).orElse(null);
    if (shown.equals(confirmed)) {
      return;
    }
    try {
      ofJdk.run();
    } catch (CertificateException e) {
      CertificateException answer =
          confirmed == null
              ? new UnknownCertificateException(shown)
              : new ChangedCertificateException(shown, confirmed);
      answer.addSuppressed(e);
      throw answer;
    }
  }
}

package dev.parley.cli.trust;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Makes TLS contexts that believe what [KnownServers] holds.
public final class Trust {

  private Trust() {}

  /// {@return a context for connections to one server}
  ///
  /// @param known what was confirmed
  /// @param server host and port
  public static SSLContext context(KnownServers known, String server) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager[] managers = {new PinningTrustManager(ofJdk(), known, server)};
      context.init(null, managers, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no TLS", e);
    }
  }

  private static X509ExtendedTrustManager ofJdk() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    @Nullable KeyStore usual = null;
    factory.init(usual);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager extended) {
        return extended;
      }
    }
    throw new GeneralSecurityException("no trust manager");
  }
}

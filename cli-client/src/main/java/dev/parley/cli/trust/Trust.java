package dev.parley.cli.trust;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// Makes TLS contexts that believe what [KnownServers] holds.
public final class Trust {

  private Trust() {}

  /// {@return a context for connections to one server}
  ///
  /// @param known what was confirmed
  /// @param server host and port
  public static SSLContext context(KnownServers known, String server) {
    return context(new PinningTrustManager(new TrustOfJdk(), known, server));
  }

  /// {@return a context that believes nobody} For connections without TLS: the JDK's HTTP client
  /// wants one for them too, and otherwise reads all certificates of the JDK first.
  public static SSLContext nobody() {
    return context();
  }

  private static SSLContext context(TrustManager... managers) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no TLS", e);
    }
  }
}

package dev.parley.cli.trust;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.function.Supplier;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Whom the JDK trusts. Reads its certificates when they are asked for, once: there are many, and
/// the start of a client whose server's certificate was confirmed does not wait for them. For any
/// thread.
final class TrustOfJdk implements Supplier<X509ExtendedTrustManager> {

  private @Nullable X509ExtendedTrustManager manager;

  @Override
  public synchronized X509ExtendedTrustManager get() {
    X509ExtendedTrustManager read = manager;
    if (read == null) {
      read = read();
      manager = read;
    }
    return read;
  }

  private static X509ExtendedTrustManager read() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      @Nullable KeyStore usual = null;
      factory.init(usual);
      for (TrustManager each : factory.getTrustManagers()) {
        if (each instanceof X509ExtendedTrustManager extended) {
          return extended;
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the certificates of this JDK cannot be read", e);
    }
    throw new IllegalStateException("this JDK has no certificates");
  }
}

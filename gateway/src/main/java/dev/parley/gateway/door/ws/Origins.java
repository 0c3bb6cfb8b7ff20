package dev.parley.gateway.door.ws;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which web pages may connect: a browser tells in `Origin` where the page comes from, and a page
/// cannot change that (RFC 6455 section 10.2). Whoever sends none is no browser.
final class Origins {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final Set<String> allowed;

  Origins(Set<String> allowed) {
    this.allowed = allowed;
  }

  /// {@return whether a page may connect}
  ///
  /// @param origin header `Origin`
  /// @param host header `Host`, of the server that the page connects to
  boolean allow(@Nullable String origin, @Nullable String host) {
    return origin == null || allowed.contains(origin) || isOwn(origin, host);
  }

  private static boolean isOwn(String origin, @Nullable String host) {
    try {
      URI uri = new URI(origin);
      String authority = uri.getRawAuthority();
      return host != null
          && authority != null
          && uri.getScheme() != null
          && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
          && uri.getRawUserInfo() == null
          && authority.equalsIgnoreCase(host);
    } catch (URISyntaxException e) {
      return false;
    }
  }
}

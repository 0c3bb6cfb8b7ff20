package dev.parley.gateway.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Puts on every answer what keeps a browser from being used against its user: scripts of this
/// server only (no inline ones), no framing, no guessing of types, no referrer.
///
/// Files under `/assets/` have a hash of their content in their name and are kept for good; nothing
/// else is kept.
@Singleton
final class SecurityHeaders {
  static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  private static final String ASSETS = "/assets/";
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";
  private static final String TWO_YEARS = "max-age=63072000";
  private static final int FIRST = 10_000;

  SecurityHeaders() {}

  void register(@Observes Filters filters) {
    filters.register(SecurityHeaders::put, FIRST);
  }

  private static void put(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    if (context.request().isSSL()) {
      headers.set("Strict-Transport-Security", TWO_YEARS);
    }
    context.addHeadersEndHandler(_ -> headers.set("Cache-Control", cacheControl(context)));
    context.next();
  }

  private static String cacheControl(RoutingContext context) {
    boolean asset = context.normalizedPath().startsWith(ASSETS);
    return asset && context.response().getStatusCode() < 400 ? FOR_GOOD : "no-store";
  }
}

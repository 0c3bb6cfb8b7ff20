package dev.parley.gateway.door.ws;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Refuses before the upgrade: a foreign page with 403, a client of another protocol with 400.
///
/// It also keeps the connection under the request: WebSockets Next gives its endpoints no way to
/// see how much waits to be written.
@Singleton
final class UpgradeCheck implements HttpUpgradeCheck {
  /// The connection on which the WebSocket runs.
  static final TypedKey<ConnectionBase> CONNECTION = new TypedKey<>("parley.connection");

  /// The only subprotocol.
  static final String SUBPROTOCOL = "parley.v1";

  private static final int FORBIDDEN = 403;
  private static final int BAD_REQUEST = 400;

  private final Origins origins;

  @Inject
  UpgradeCheck(WebSocketConfig config) {
    this.origins = new Origins(config.allowedOrigins().orElse(Set.of()));
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    HttpServerRequest request = context.httpRequest();
    if (!origins.allow(request.getHeader("Origin"), request.getHeader("Host"))) {
      return CheckResult.rejectUpgrade(FORBIDDEN);
    }
    if (!offers(request.getHeader("Sec-WebSocket-Protocol"))) {
      return CheckResult.rejectUpgrade(BAD_REQUEST);
    }
    context.userData().put(CONNECTION, (ConnectionBase) request.connection());
    return CheckResult.permitUpgrade();
  }

  private static boolean offers(@Nullable String protocols) {
    return protocols != null
        && Arrays.stream(protocols.split(",")).map(String::strip).anyMatch(SUBPROTOCOL::equals);
  }
}

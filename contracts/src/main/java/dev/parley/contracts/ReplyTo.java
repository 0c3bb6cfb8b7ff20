package dev.parley.contracts;

import java.util.Objects;

/// Where the answer to a request goes.
///
/// Printed as `gateway/request` it is the correlation id that follows a request through every log.
///
/// @param gateway id of the gateway that waits; the answer goes to its own topic
/// @param request number of the request, unique within that gateway's life
public record ReplyTo(String gateway, long request) {

  /// Refuses a missing gateway.
  public ReplyTo {
    Objects.requireNonNull(gateway, "gateway");
  }

  @Override
  public String toString() {
    return gateway + "/" + request;
  }
}

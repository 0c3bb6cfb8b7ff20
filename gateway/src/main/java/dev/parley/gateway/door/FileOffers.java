package dev.parley.gateway.door;

import org.jspecify.annotations.Nullable;

/// Makes addresses for clients that cannot send a token over HTTP. Must not wait.
@FunctionalInterface
public interface FileOffers {
  /// {@return an address that gets a file once, or `null` if none can be made now}
  ///
  /// @param account handle of who may use it
  /// @param file id of the file
  @Nullable String address(String account, String file);
}

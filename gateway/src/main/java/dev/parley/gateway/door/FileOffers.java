package dev.parley.gateway.door;

/// Makes addresses for clients that cannot send a token over HTTP. Must not wait.
@FunctionalInterface
public interface FileOffers {
  /// {@return an address that gets a file once}
  ///
  /// @param account handle of who may use it
  /// @param file id of the file
  String address(String account, String file);
}

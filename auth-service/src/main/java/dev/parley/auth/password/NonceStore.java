package dev.parley.auth.password;

import dev.parley.auth.Arrival;
import java.time.Instant;

/// Remembers the nonces of sealed passwords, so that a record copied from the log opens nothing.
public interface NonceStore {
  /// Takes a nonce for a record.
  ///
  /// @param nonce 1 to 64 characters
  /// @param arrival the record that carries it
  /// @return whether the nonce is this record's: never seen, or seen in this very record, which is
  ///   then being handled again
  boolean take(String nonce, Arrival arrival);

  /// Forgets what was taken long ago.
  ///
  /// @param before nonces taken before are forgotten
  void forget(Instant before);
}

package dev.parley.cli.encryption.device;

import dev.parley.cli.sealed.DeviceList;
import org.jspecify.annotations.Nullable;

/// What is known of the devices of somebody. Only to trusted ones anything is written.
public sealed interface Peer {
  /// Nobody has seen a list of theirs.
  record None() implements Peer {}

  /// The list is the one that was believed, or goes on from it.
  ///
  /// @param list the list of now
  record Known(DeviceList list) implements Peer {}

  /// The list is another one, or none any more.
  ///
  /// @param list the list of now; `null` if it does not hold
  /// @param why it does not hold, for people; `null` if it does, or there is none
  record Changed(@Nullable DeviceList list, @Nullable String why) implements Peer {}
}

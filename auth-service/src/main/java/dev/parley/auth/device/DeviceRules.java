package dev.parley.auth.device;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a link fits behind an account's others. Signatures are not looked at.
///
/// @param maxDevices most devices at a time
/// @param maxLinks most links of a list
public record DeviceRules(int maxDevices, int maxLinks) {

  /// {@return why the link does not fit, one sentence, or `null` if it does}
  ///
  /// @param links those that are there, oldest first; not asked for when the list starts over
  /// @param next the link
  public @Nullable String check(List<DeviceLink> links, DeviceLink next) {
    String previous = links.isEmpty() ? DeviceLink.NONE : links.getLast().hash();
    if (next.number() != links.size() + 1 || !next.previous().equals(previous)) {
      return "the list of devices is another one by now; fetch it and try again";
    }
    if (links.isEmpty() && !next.adds()) {
      return "the first link of a list adds a device";
    }
    if (links.size() >= maxLinks) {
      return "the list of devices has %d links; start over".formatted(maxLinks);
    }
    return next.adds() && devices(links) >= maxDevices
        ? "an account has at most %d devices; revoke one first".formatted(maxDevices)
        : null;
  }

  private static long devices(List<DeviceLink> links) {
    return links.stream().mapToInt(link -> link.adds() ? 1 : -1).sum();
  }
}

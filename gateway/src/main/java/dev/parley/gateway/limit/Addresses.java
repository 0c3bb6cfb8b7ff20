package dev.parley.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// What the limits take for one network address.
final class Addresses {
  private static final int PREFIX_BYTES = 8;

  private Addresses() {}

  /// {@return by which name an address is counted: an IPv6 address by its first 64 bits, of which
  /// each subscriber has all the rest}
  ///
  /// @param address literal network address
  static String counted(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return parsed instanceof Inet6Address && !parsed.isLoopbackAddress()
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES)) + "/64"
          : address;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  /// {@return whether it is an address of this machine only}
  ///
  /// @param address literal network address
  static boolean isThisMachine(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

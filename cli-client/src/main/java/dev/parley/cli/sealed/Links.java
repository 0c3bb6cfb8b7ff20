package dev.parley.cli.sealed;

import java.util.HexFormat;
import java.util.List;

/// Makes links of a list of devices, in base64url.
public final class Links {
  private Links() {}

  /// {@return the first link of a list: the device adds itself}
  ///
  /// @param account handle
  /// @param statement of the device, in base64url
  /// @param at milliseconds since 1970
  /// @param keys of the device
  public static String first(String account, String statement, long at, DeviceKeys keys) {
    return add(new DeviceList(account, List.of(), List.of()), statement, at, keys);
  }

  /// {@return a link that adds a device}
  ///
  /// @param list every link before
  /// @param statement of the device that is added, in base64url
  /// @param at milliseconds since 1970
  /// @param keys of a good device of the list
  public static String add(DeviceList list, String statement, long at, DeviceKeys keys) {
    return link(list, at, Link.ADD, Bytes.decode(statement), keys);
  }

  /// {@return a link that revokes a device}
  ///
  /// @param list every link before
  /// @param device id of the device, in hexadecimal
  /// @param at milliseconds since 1970
  /// @param keys of a good device of the list
  public static String revoke(DeviceList list, String device, long at, DeviceKeys keys) {
    return link(list, at, Link.REVOKE, HexFormat.of().parseHex(device), keys);
  }

  private static String link(DeviceList list, long at, int action, byte[] body, DeviceKeys keys) {
    byte[] signed =
        Bytes.concat(
            Link.LABEL,
            Bytes.u32(list.links().size() + 1),
            list.hash(),
            Bytes.str(list.account()),
            Bytes.u64(at),
            HexFormat.of().parseHex(keys.id()),
            Bytes.u8(action),
            Bytes.block(body));
    return Bytes.encode(Bytes.concat(signed, keys.sign(signed)));
  }
}

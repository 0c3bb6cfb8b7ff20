package dev.parley.auth.device;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// Makes links of lists of devices, with signatures that nobody checks here.
public final class Links {
  private Links() {}

  /// {@return the first link of a list}
  ///
  /// @param account handle
  /// @param device what tells the device from others
  public static DeviceLink first(String account, int device) {
    return DeviceLink.read(add(account, 1, DeviceLink.NONE, device)).orElseThrow();
  }

  /// {@return a link that adds a device behind another one}
  ///
  /// @param before the other one
  /// @param device what tells the device from others
  public static DeviceLink after(DeviceLink before, int device) {
    String wire = add(before.account(), (int) before.number() + 1, before.hash(), device);
    return DeviceLink.read(wire).orElseThrow();
  }

  /// {@return a link that revokes a device behind another one}
  ///
  /// @param before the other one
  public static DeviceLink revoking(DeviceLink before) {
    int number = (int) before.number() + 1;
    String wire = link(before.account(), number, before.hash(), (byte) 2, new byte[16]);
    return DeviceLink.read(wire).orElseThrow();
  }

  /// {@return the statement of a device, base64url}
  ///
  /// @param device what tells it from others
  public static String statement(int device) {
    return encode(body(device));
  }

  private static byte[] body(int device) {
    byte[] body = new byte[180];
    Arrays.fill(body, (byte) device);
    return body;
  }

  private static String add(String account, int number, String previous, int device) {
    return link(account, number, previous, (byte) 1, body(device));
  }

  private static String link(
      String account, int number, String previous, byte action, byte[] body) {
    ByteBuffer bytes = ByteBuffer.allocate(1_000);
    bytes.put("parley-link-1".getBytes(StandardCharsets.US_ASCII));
    bytes.putInt(number).put(HexFormat.of().parseHex(previous));
    bytes.putShort((short) account.length()).put(account.getBytes(StandardCharsets.UTF_8));
    bytes.putLong(1_700_000_000_000L).put(new byte[16]).put(action);
    bytes.putShort((short) body.length).put(body).put(new byte[64]);
    return encode(Arrays.copyOf(bytes.array(), bytes.position()));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

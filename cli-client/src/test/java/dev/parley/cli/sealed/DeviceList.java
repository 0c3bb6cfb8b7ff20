package dev.parley.cli.sealed;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// An account's list of devices, each link of it checked.
///
/// @param account handle
/// @param devices in the order in which they were added
record DeviceList(String account, List<Device> devices) {
  private static final byte[] LABEL = Bytes.ascii("parley-link-1");

  static DeviceList read(String account, List<String> links) {
    List<Device> devices = new ArrayList<>();
    byte[] previous = new byte[32];
    for (int i = 0; i < links.size(); i++) {
      byte[] link = Bytes.decode(links.get(i));
      follow(account, devices, i + 1, previous, link);
      previous = Bytes.hash("SHA-256", link);
    }
    check(!devices.isEmpty());
    return new DeviceList(account, devices);
  }

  byte[] identity() {
    return devices.getFirst().signing();
  }

  Optional<Device> device(String id) {
    return devices.stream().filter(device -> device.id().equals(id)).findFirst();
  }

  private static void follow(
      String account, List<Device> devices, int number, byte[] previous, byte[] link) {
    ByteBuffer bytes = ByteBuffer.wrap(link);
    check(Arrays.equals(Bytes.take(bytes, LABEL.length), LABEL));
    check(bytes.getInt() == number);
    check(Arrays.equals(Bytes.take(bytes, 32), previous));
    check(Bytes.text(bytes).equals(account));
    long at = bytes.getLong();
    String signer = HexFormat.of().formatHex(Bytes.take(bytes, 16));
    int action = bytes.get();
    byte[] body = Bytes.block(bytes);
    byte[] signed = Arrays.copyOf(link, bytes.position());
    byte[] signature = Bytes.take(bytes, 64);
    check(!bytes.hasRemaining() && (action == 1 || action == 2));
    if (action == 1) {
      Device added = Device.read(body, account);
      check(devices.stream().noneMatch(device -> device.id().equals(added.id())));
      Device by = number == 1 ? added : good(devices, signer);
      check(by.id().equals(signer) && Bytes.isSigned(by.signing(), signature, signed));
      devices.add(added);
    } else {
      check(Bytes.isSigned(good(devices, signer).signing(), signature, signed));
      Device revoked = good(devices, HexFormat.of().formatHex(body));
      devices.set(devices.indexOf(revoked), revoked.revoked(at));
    }
  }

  private static Device good(List<Device> devices, String id) {
    return devices.stream()
        .filter(Device::isGood)
        .filter(device -> device.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refused("may not"));
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new Refused("bad list");
    }
  }
}

package dev.parley.cli.sealed;

import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Digits that people compare.
final class Numbers {
  private Numbers() {}

  static String safetyNumber(DeviceList one, DeviceList other) {
    boolean isSorted = one.account().compareTo(other.account()) < 0;
    return half(isSorted ? one : other) + " " + half(isSorted ? other : one);
  }

  static String deviceCode(Device device) {
    return digits(
        Bytes.hash("SHA-512", Bytes.ascii("parley-device-code-1"), device.statement()), 4);
  }

  private static String half(DeviceList list) {
    byte[] label = Bytes.ascii("parley-safety-1");
    return digits(Bytes.hash("SHA-512", label, Bytes.str(list.account()), list.identity()), 6);
  }

  private static String digits(byte[] hash, int groups) {
    return IntStream.range(0, groups)
        .mapToObj(group -> {
          byte[] eight = new byte[8];
          System.arraycopy(hash, group * 5, eight, 3, 5);
          return "%05d".formatted(ByteBuffer.wrap(eight).getLong() % 100_000);
        })
        .collect(Collectors.joining(" "));
  }
}

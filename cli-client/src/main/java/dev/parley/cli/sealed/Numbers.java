package dev.parley.cli.sealed;

import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Digits that people compare.
public final class Numbers {
  private static final int GROUPS_OF_A_HALF = 6;
  private static final int GROUPS_OF_A_CODE = 4;
  private static final int BYTES_OF_A_GROUP = 5;
  private static final int DIGITS = 100_000;

  private Numbers() {}

  /// {@return the safety number of two people: 12 groups of 5 digits, the same on both sides}
  ///
  /// @param one list of the one
  /// @param other list of the other
  public static String safetyNumber(DeviceList one, DeviceList other) {
    boolean isInOrder = one.account().compareTo(other.account()) < 0;
    return half(isInOrder ? one : other) + " " + half(isInOrder ? other : one);
  }

  /// {@return the code of a device that waits: 4 groups of 5 digits}
  ///
  /// @param device any
  public static String deviceCode(Device device) {
    byte[] label = Bytes.ascii("parley-device-code-1");
    return digits(Bytes.sha512(label, Bytes.decode(device.statement())), GROUPS_OF_A_CODE);
  }

  private static String half(DeviceList list) {
    byte[] label = Bytes.ascii("parley-safety-1");
    byte[] identity = Bytes.decode(list.identity());
    return digits(Bytes.sha512(label, Bytes.str(list.account()), identity), GROUPS_OF_A_HALF);
  }

  private static String digits(byte[] hash, int groups) {
    return IntStream.range(0, groups)
        .mapToObj(group -> {
          byte[] eight = new byte[Long.BYTES];
          System.arraycopy(hash, group * BYTES_OF_A_GROUP, eight, 3, BYTES_OF_A_GROUP);
          return "%05d".formatted(ByteBuffer.wrap(eight).getLong() % DIGITS);
        })
        .collect(Collectors.joining(" "));
  }
}

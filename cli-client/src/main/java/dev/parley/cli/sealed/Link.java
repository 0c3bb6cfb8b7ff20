package dev.parley.cli.sealed;

import java.nio.BufferUnderflowException;
import java.util.Arrays;
import java.util.HexFormat;

/// One link of a list of devices as its bytes have it; [#follow] judges it.
final class Link {
  static final byte[] LABEL = Bytes.ascii("parley-link-1");
  static final int ADD = 1;
  static final int REVOKE = 2;
  private static final int HASH_BYTES = 32;
  private static final int ID_BYTES = 16;
  private static final int SIGNATURE_BYTES = 64;

  private final boolean isLink;
  private final int number;
  private final byte[] previous;
  private final String account;
  private final long at;
  private final String signer;
  private final int action;
  private final byte[] body;
  private final byte[] signed;
  private final byte[] signature;
  private final boolean isAll;

  private Link(ByteReader bytes) {
    isLink = bytes.skips(LABEL);
    number = bytes.u32();
    previous = bytes.take(HASH_BYTES);
    account = bytes.str();
    at = bytes.u64();
    signer = bytes.hex(ID_BYTES);
    action = bytes.u8();
    body = bytes.block();
    signed = bytes.before();
    signature = bytes.take(SIGNATURE_BYTES);
    isAll = bytes.isAtEnd();
  }

  static Link read(String link) {
    try {
      return new Link(new ByteReader(Bytes.decode(link)));
    } catch (IllegalArgumentException | BufferUnderflowException _) {
      throw new BadListException("a link cannot be read");
    }
  }

  /// {@return the list with this link behind}
  ///
  /// @param before every link before
  /// @param link this one, as it travels
  /// @throws BadListException if it does not hold there
  DeviceList follow(DeviceList before, String link) {
    check(isLink && isAll, "is of another kind");
    check(number == before.links().size() + 1, "has another number");
    check(Arrays.equals(previous, before.hash()), "follows another list");
    check(account.equals(before.account()), "belongs to another account");
    check(at >= 0, "has no time");
    return switch (action) {
      case ADD -> add(before, link);
      case REVOKE -> revoke(before, link);
      default -> throw new BadListException("link " + number + " does nothing that is known");
    };
  }

  private DeviceList add(DeviceList before, String link) {
    Device added;
    try {
      added = Device.read(body, account);
    } catch (BufferUnderflowException _) {
      throw new BadListException("link " + number + " adds no device");
    }
    check(before.device(added.id()).isEmpty(), "adds a device again");
    check(
        before.good().size() < DeviceList.MOST_DEVICES,
        "adds a device to " + DeviceList.MOST_DEVICES + " others");
    Device by = before.links().isEmpty() ? added : signer(before);
    check(by.id().equals(signer) && by.hasSigned(signature, signed), "has a wrong signature");
    return before.with(added, link);
  }

  private DeviceList revoke(DeviceList before, String link) {
    check(signer(before).hasSigned(signature, signed), "has a wrong signature");
    Device revoked =
        before
            .goodDevice(HexFormat.of().formatHex(body))
            .orElseThrow(() -> new BadListException("link " + number + " revokes no device"));
    return before.without(revoked, at, link);
  }

  private Device signer(DeviceList before) {
    return before
        .goodDevice(signer)
        .orElseThrow(() -> new BadListException("the signer of link " + number + " may not"));
  }

  private void check(boolean holds, String what) {
    if (!holds) {
      throw new BadListException("link " + number + " " + what);
    }
  }
}

package dev.parley.cli.sealed;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Seals and opens texts: suite 1 of `docs/encryption.md`.
public final class SealedText {
  /// What every sealed text begins with, and no clear one.
  public static final String PREFIX = "parley-sealed-1:";

  /// Longest sealed text that a server takes, in characters.
  public static final int LONGEST = 32_768;

  static final byte[] SIGNED_LABEL = Bytes.ascii("parley-message-1");

  /// What any suite begins with: an envelope of a later one must not be shown as words either.
  private static final String ANY_SUITE = "parley-sealed-";

  private static final SecureRandom RANDOM = new SecureRandom();

  private SealedText() {}

  /// A text that was opened.
  ///
  /// @param content what it says
  /// @param context what it says of itself; checked
  public record Opened(Content content, Context context) {}

  /// {@return whether a text claims to be sealed}
  ///
  /// @param text any
  public static boolean isSealed(String text) {
    return text.startsWith(ANY_SUITE);
  }

  /// {@return the text for the log, which the given devices can open}
  ///
  /// @param content what it says
  /// @param context where it belongs
  /// @param keys of the device that the context names
  /// @param readers devices of both people, the sender's own among them; at most 255
  public static String seal(
      Content content, Context context, DeviceKeys keys, List<Device> readers) {
    byte[] head = context.bytes();
    byte[] key = new byte[Gcm.KEY_BYTES];
    RANDOM.nextBytes(key);
    byte[] encrypted = content.encrypt(key, head);
    byte[] associated = Bytes.concat(head, Bytes.sha256(encrypted));
    byte[] whole =
        Bytes.concat(head, Bytes.u32(encrypted.length), encrypted, Bytes.u8(readers.size()));
    for (Device reader : readers) {
      byte[] sealed = Hpke.seal(key, associated, keys, reader);
      whole = Bytes.concat(whole, HexFormat.of().parseHex(reader.id()), sealed);
    }
    byte[] signature = keys.sign(Bytes.concat(SIGNED_LABEL, whole));
    return PREFIX + Bytes.encode(Bytes.concat(whole, signature));
  }

  /// {@return what a sealed text says} Its order among others is for the caller to judge.
  ///
  /// @param sealed the text
  /// @param place where it was met
  /// @param sender list of the author's devices
  /// @param own keys that this reader has, or had
  /// @throws UnopenedException if it is not believed, or does not open; the first reason in the
  ///   order of `docs/encryption.md`
  public static Opened open(String sealed, Place place, DeviceList sender, List<DeviceKeys> own) {
    Envelope envelope = Envelope.read(sealed);
    Context context = envelope.context();
    // The signature comes first: of what nobody signed, nothing else is worth telling.
    Device device = orElse(sender.device(context.device()), Problem.UNKNOWN_DEVICE);
    check(envelope.isSignedBy(device), Problem.ALTERED);
    Place claimed = context.place();
    check(claimed.conversation().equals(place.conversation()), Problem.WRONG_CONVERSATION);
    check(claimed.sender().equals(place.sender()), Problem.WRONG_SENDER);
    check(device.account().equals(place.sender()), Problem.WRONG_SENDER);
    check(claimed.equals(place), Problem.WRONG_PLACE);
    check(context.time() >= 0 && context.time() <= device.revokedAt(), Problem.REVOKED_DEVICE);
    DeviceKeys reader = orElse(envelope.reader(own), Problem.NOT_FOR_THIS_DEVICE);
    return new Opened(envelope.open(reader, device), context);
  }

  /// {@return what a sealed text says of itself, unchecked; nothing where it cannot be read}
  ///
  /// @param sealed the text
  public static Optional<Context> claimed(String sealed) {
    try {
      return Optional.of(Envelope.read(sealed).context());
    } catch (UnopenedException _) {
      return Optional.empty();
    }
  }

  private static void check(boolean holds, Problem otherwise) {
    if (!holds) {
      throw new UnopenedException(otherwise);
    }
  }

  private static <T> T orElse(Optional<T> found, Problem otherwise) {
    return found.orElseThrow(() -> new UnopenedException(otherwise));
  }
}

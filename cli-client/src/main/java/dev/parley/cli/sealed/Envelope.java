package dev.parley.cli.sealed;

import java.nio.BufferUnderflowException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The parts of a sealed text, as its bytes have them; nothing of it is checked but its shape.
final class Envelope {
  private static final int ID_BYTES = 16;
  private static final int SIGNATURE_BYTES = 64;

  private final Context context;
  private final byte[] contextBytes;
  private final byte[] content;
  private final Map<String, byte[]> readers = new HashMap<>();
  private final byte[] signed;
  private final byte[] signature;

  private Envelope(ByteReader bytes) {
    context = Context.read(bytes);
    contextBytes = bytes.before();
    content = bytes.take(bytes.u32());
    for (int left = bytes.u8(); left > 0; left--) {
      readers.put(bytes.hex(ID_BYTES), bytes.take(Hpke.ENCAPSULATED_BYTES + Hpke.SEALED_BYTES));
    }
    signed = bytes.before();
    signature = bytes.take(SIGNATURE_BYTES);
    if (!bytes.isAtEnd()) {
      throw new UnopenedException(Problem.TRUNCATED);
    }
  }

  static Envelope read(String sealed) {
    try {
      String envelope = sealed.substring(SealedText.PREFIX.length());
      return new Envelope(new ByteReader(Bytes.decode(envelope)));
    } catch (IllegalArgumentException
        | BufferUnderflowException
        | StringIndexOutOfBoundsException _) {
      throw new UnopenedException(Problem.TRUNCATED);
    }
  }

  Context context() {
    return context;
  }

  boolean isSignedBy(Device device) {
    return device.hasSigned(signature, Bytes.concat(SealedText.SIGNED_LABEL, signed));
  }

  Optional<DeviceKeys> reader(List<DeviceKeys> own) {
    return own.stream().filter(each -> readers.containsKey(each.id())).findFirst();
  }

  Content open(DeviceKeys reader, Device sender) {
    ByteReader sealed = new ByteReader(readers.getOrDefault(reader.id(), new byte[0]));
    byte[] encapsulated = sealed.take(Hpke.ENCAPSULATED_BYTES);
    byte[] associated = Bytes.concat(contextBytes, Bytes.sha256(content));
    byte[] key =
        Hpke.open(encapsulated, sealed.take(Hpke.SEALED_BYTES), associated, reader, sender);
    return Content.decrypt(key, contextBytes, content);
  }
}

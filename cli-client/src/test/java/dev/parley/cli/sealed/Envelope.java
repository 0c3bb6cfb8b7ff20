package dev.parley.cli.sealed;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.jspecify.annotations.Nullable;

/// Seals and opens texts: suite 1 of `docs/encryption.md`.
final class Envelope {
  static final String PREFIX = "parley-sealed-1:";

  private static final byte[] KEY_LABEL = Bytes.ascii("parley-key-1");
  private static final byte[] CONTENT_LABEL = Bytes.ascii("parley-content-1");
  private static final byte[] SIGNED_LABEL = Bytes.ascii("parley-message-1");
  private static final HPKE SUITE =
      new HPKE(HPKE.mode_auth, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  private static final JsonMapper JSON = new JsonMapper();

  private Envelope() {}

  /// Where a text stands, or is to stand.
  record Place(String conversation, String sender, String kind, long target) {}

  /// Keys of a device, as 32 bytes each.
  record Keys(String id, byte[] signing, byte[] sealing, byte[] sealingPublic) {
    AsymmetricCipherKeyPair sealingPair() {
      return SUITE.deserializePrivateKey(sealing, sealingPublic);
    }
  }

  static String seal(
      String text, Place place, String clientId, long time, Keys sender, List<Device> readers)
      throws GeneralSecurityException, IOException, InvalidCipherTextException {
    byte[] context = context(place, sender.id(), clientId, time);
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    byte[] json = JSON.writeValueAsBytes(Map.of("text", text));
    byte[] content = gcm(Cipher.ENCRYPT_MODE, key, context, pad(json));
    byte[] whole =
        Bytes.concat(context, Bytes.u32(content.length), content, Bytes.u8(readers.size()));
    byte[] associated = Bytes.concat(context, Bytes.hash("SHA-256", content));
    for (Device reader : readers) {
      byte[][] sealed =
          SUITE.seal(
              SUITE.deserializePublicKey(reader.sealing()),
              KEY_LABEL,
              associated,
              key,
              null,
              null,
              sender.sealingPair());
      whole = Bytes.concat(whole, HexFormat.of().parseHex(reader.id()), sealed[1], sealed[0]);
    }
    byte[] signature = Bytes.sign(sender.signing(), Bytes.concat(SIGNED_LABEL, whole));
    return PREFIX + Bytes.encode(Bytes.concat(whole, signature));
  }

  private static byte[] context(Place place, String device, String clientId, long time) {
    return Bytes.concat(
        Bytes.u8(1),
        Bytes.u8(place.kind().equals("edit") ? 2 : 1),
        Bytes.str(place.conversation()),
        Bytes.str(place.sender()),
        HexFormat.of().parseHex(device),
        Bytes.str(clientId),
        Bytes.u64(place.target()),
        Bytes.u64(time));
  }

  static String open(String sealed, Place place, DeviceList sender, Keys reader) {
    try {
      return open(
          ByteBuffer.wrap(Bytes.decode(sealed.substring(PREFIX.length()))), place, sender, reader);
    } catch (BufferUnderflowException _) {
      throw new Refused("truncated");
    } catch (GeneralSecurityException | IOException | InvalidCipherTextException _) {
      throw new Refused("altered");
    }
  }

  private static String open(ByteBuffer bytes, Place place, DeviceList sender, Keys reader)
      throws GeneralSecurityException, IOException, InvalidCipherTextException {
    check(bytes.get() == 1, "altered");
    int kind = bytes.get();
    check(kind == 1 || kind == 2, "altered");
    String conversation = Bytes.text(bytes);
    String author = Bytes.text(bytes);
    String device = HexFormat.of().formatHex(Bytes.take(bytes, 16));
    String unusedClientId = Bytes.text(bytes);
    long target = bytes.getLong();
    long time = bytes.getLong();
    byte[] context = Arrays.copyOf(bytes.array(), bytes.position());
    byte[] content = Bytes.take(bytes, bytes.getInt());
    Map<String, byte[][]> readers = new HashMap<>();
    for (int left = Byte.toUnsignedInt(bytes.get()); left > 0; left--) {
      String id = HexFormat.of().formatHex(Bytes.take(bytes, 16));
      readers.put(id, new byte[][] {Bytes.take(bytes, 32), Bytes.take(bytes, 48)});
    }
    byte[] signed = Arrays.copyOf(bytes.array(), bytes.position());
    byte[] signature = Bytes.take(bytes, 64);
    check(!bytes.hasRemaining(), "truncated");

    Device by = sender.device(device).orElseThrow(() -> new Refused("unknown_device"));
    check(Bytes.isSigned(by.signing(), signature, Bytes.concat(SIGNED_LABEL, signed)), "altered");
    check(conversation.equals(place.conversation()), "wrong_conversation");
    check(author.equals(place.sender()) && by.account().equals(author), "wrong_sender");
    check(kind == (place.kind().equals("edit") ? 2 : 1), "wrong_place");
    check(target == place.target() && !unusedClientId.isEmpty(), "wrong_place");
    check(time <= by.revokedAt(), "revoked_device");
    byte @Nullable [][] own = readers.get(reader.id());
    check(own != null, "not_for_this_device");
    byte[][] recipient = Objects.requireNonNull(own);
    byte[] key =
        SUITE.open(
            recipient[0],
            reader.sealingPair(),
            KEY_LABEL,
            Bytes.concat(context, Bytes.hash("SHA-256", content)),
            recipient[1],
            null,
            null,
            SUITE.deserializePublicKey(by.sealing()));
    byte[] json = unpad(gcm(Cipher.DECRYPT_MODE, key, context, content));
    return JSON.readTree(json).path("text").asText();
  }

  private static byte[] gcm(int mode, byte[] key, byte[] context, byte[] input)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, new byte[12]));
    cipher.updateAAD(Bytes.concat(CONTENT_LABEL, context));
    return cipher.doFinal(input);
  }

  private static byte[] pad(byte[] bytes) {
    return Arrays.copyOf(
        Bytes.concat(Bytes.u32(bytes.length), bytes), (bytes.length + 4 + 63) / 64 * 64);
  }

  private static byte[] unpad(byte[] padded) {
    ByteBuffer bytes = ByteBuffer.wrap(padded);
    byte[] unpadded = Bytes.take(bytes, bytes.getInt());
    check(Arrays.equals(pad(unpadded), padded), "altered");
    return unpadded;
  }

  private static void check(boolean holds, String problem) {
    if (!holds) {
      throw new Refused(problem);
    }
  }
}

package dev.parley.cli.sealed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/// What a sealed text says.
///
/// @param text up to 4,000 characters; not neutralised
/// @param file what opens the file of the message, or `null`
public record Content(String text, @Nullable SecretFile file) {
  private static final byte[] LABEL = Bytes.ascii("parley-content-1");
  private static final int PADDED_TO = 64;

  /// Signs beyond 16 bits as four bytes, and not as twelve of an escape.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  byte[] encrypt(byte[] key, byte[] context) {
    ObjectNode json = JSON.createObjectNode().put("text", text);
    if (file != null) {
      file.addTo(json);
    }
    try {
      byte[] padded = pad(JSON.writeValueAsBytes(json));
      return Gcm.encrypt(key, Gcm.zeros(), Bytes.concat(LABEL, context), padded);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a text can be written as JSON", e);
    }
  }

  static Content decrypt(byte[] key, byte[] context, byte[] sealed) {
    try {
      byte[] padded = Gcm.decrypt(key, Gcm.zeros(), Bytes.concat(LABEL, context), sealed);
      JsonNode json = JSON.readTree(unpad(padded));
      if (json == null || !json.path("text").isTextual()) {
        throw new UnopenedException(Problem.ALTERED);
      }
      return new Content(json.path("text").asText(), SecretFile.of(json).orElse(null));
    } catch (AEADBadTagException | BufferUnderflowException | IOException _) {
      throw new UnopenedException(Problem.ALTERED);
    }
  }

  private static byte[] pad(byte[] bytes) {
    byte[] headed = Bytes.concat(Bytes.u32(bytes.length), bytes);
    return Arrays.copyOf(headed, (headed.length + PADDED_TO - 1) / PADDED_TO * PADDED_TO);
  }

  private static byte[] unpad(byte[] padded) {
    ByteReader bytes = new ByteReader(padded);
    byte[] unpadded = bytes.take(bytes.u32());
    if (!Arrays.equals(pad(unpadded), padded)) {
      throw new UnopenedException(Problem.ALTERED);
    }
    return unpadded;
  }
}

package dev.parley.cli.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTest {
  private static final int PIECE = 65_536;

  private final String key = SealedFile.newKey();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 200_000})
  void comesBackAsItWas(int size) throws Exception {
    // Given
    byte[] clear = bytes(size);

    // When
    byte[] sealed = encrypt(clear);

    // Then
    assertThat(sealed).hasSize((int) SealedFile.sealedSize(size));
    assertThat(decrypt(sealed)).isEqualTo(clear);
  }

  @Test
  void isRefusedWhereAPieceIsLeftOut() throws Exception {
    // Given
    byte[] sealed = encrypt(bytes(3 * PIECE));
    int piece = PIECE + 16;

    // Then
    refuses(Arrays.copyOf(sealed, 2 * piece));
    refuses(Arrays.copyOfRange(sealed, piece, 3 * piece));
    refuses(new byte[0]);
  }

  @Test
  void isRefusedWherePiecesAreSwapped() throws Exception {
    // Given
    byte[] sealed = encrypt(bytes(3 * PIECE));
    int piece = PIECE + 16;
    byte[] swapped =
        Bytes.concat(
            Arrays.copyOfRange(sealed, piece, 2 * piece),
            Arrays.copyOf(sealed, piece),
            Arrays.copyOfRange(sealed, 2 * piece, 3 * piece));

    // Then
    refuses(swapped);
  }

  @Test
  void isRefusedWhereSomethingIsBehind() throws Exception {
    refuses(Bytes.concat(encrypt(bytes(10)), new byte[1]));
    refuses(Bytes.concat(encrypt(bytes(PIECE)), new byte[1]));
  }

  @Test
  void isRefusedUnderAnotherKey() throws Exception {
    // Given
    byte[] sealed = encrypt(bytes(10));

    // Then
    assertThatExceptionOfType(AEADBadTagException.class)
        .isThrownBy(() ->
            SealedFile.decrypt(
                SealedFile.newKey(),
                new ByteArrayInputStream(sealed),
                new ByteArrayOutputStream()));
  }

  private void refuses(byte[] sealed) {
    assertThatExceptionOfType(AEADBadTagException.class).isThrownBy(() -> decrypt(sealed));
  }

  private byte[] encrypt(byte[] clear) throws Exception {
    var sealed = new ByteArrayOutputStream();
    SealedFile.encrypt(key, new ByteArrayInputStream(clear), sealed);
    return sealed.toByteArray();
  }

  private byte[] decrypt(byte[] sealed) throws Exception {
    var clear = new ByteArrayOutputStream();
    SealedFile.decrypt(key, new ByteArrayInputStream(sealed), clear);
    return clear.toByteArray();
  }

  static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i % 251);
    }
    return bytes;
  }
}

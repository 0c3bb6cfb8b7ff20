package dev.parley.auth.sshkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyLineTest {
  private static String reason(String line) {
    return KeyLine.read(line) instanceof KeyLine.Read.Bad(String reason) ? reason : "none";
  }

  private static String security() {
    byte[] plain = Base64.getDecoder().decode(Keys.ED25519.substring("ssh-ed25519 ".length()));
    String type = "sk-ssh-ed25519@openssh.com";
    ByteBuffer blob = ByteBuffer.allocate(256);
    put(blob, type.getBytes(StandardCharsets.US_ASCII));
    put(blob, Arrays.copyOfRange(plain, plain.length - 32, plain.length));
    put(blob, "ssh:".getBytes(StandardCharsets.US_ASCII));
    return type
        + " "
        + Base64.getEncoder().encodeToString(Arrays.copyOf(blob.array(), blob.position()));
  }

  private static void put(ByteBuffer blob, byte[] field) {
    blob.putInt(field.length).put(field);
  }

  @Test
  void readsAKeyAndItsFingerprint() {
    // When
    KeyLine.Read read = KeyLine.read(Keys.ED25519);

    // Then
    assertThat(read)
        .isInstanceOfSatisfying(
            KeyLine.Read.Good.class,
            good -> assertThat(good.key().fingerprint()).isEqualTo(Keys.ED25519_FINGERPRINT));
  }

  @Test
  void readsEveryTypeThatIsTaken() {
    assertThat(List.of(Keys.ECDSA_P256, Keys.RSA_2048, security()))
        .map(KeyLine::read)
        .allMatch(KeyLine.Read.Good.class::isInstance);
  }

  @Test
  void refusesAShortRsaKey() {
    assertThat(reason(Keys.RSA_1024)).contains("this one has 1024").contains("ssh-keygen");
  }

  @Test
  void refusesAnotherType() {
    assertThat(reason(Keys.ECDSA_P384)).startsWith("keys of this type are not taken");
  }

  @Test
  void refusesAKeyThatSaysItIsOfAnotherType() {
    assertThat(reason(Keys.RSA_2048.replace("ssh-rsa ", "ssh-ed25519 "))).contains("another type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ssh-ed25519",
        "ssh-ed25519 ",
        "ssh-ed25519 AAAA",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5/////w==",
        "ssh-ed25519 not base64"
      })
  void refusesWhatIsNotWhole(String line) {
    assertThat(KeyLine.read(line)).isInstanceOf(KeyLine.Read.Bad.class);
  }

  @Test
  void refusesAnythingBehindTheKey() {
    // Given
    String line = Keys.ED25519.replaceAll("=*$", "") + "AAAA";

    // When / Then
    assertThat(KeyLine.read(line)).isInstanceOf(KeyLine.Read.Bad.class);
  }

  @Test
  void refusesALongLineWithoutReadingIt() {
    assertThat(reason("ssh-rsa " + "A".repeat(5_000))).contains("4096 characters");
  }
}

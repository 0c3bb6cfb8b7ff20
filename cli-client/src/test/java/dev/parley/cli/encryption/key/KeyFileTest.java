package dev.parley.cli.encryption.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.encryption.key.Kept.Beginning;
import dev.parley.cli.encryption.key.Kept.Mark;
import dev.parley.cli.encryption.key.Kept.OwnDevice;
import dev.parley.cli.encryption.key.Kept.Past;
import dev.parley.cli.encryption.key.Kept.Trusted;
import dev.parley.cli.sealed.Devices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  private static final String PASSPHRASE = "correct horse";
  private static final Kept KEPT =
      new Kept(
              new OwnDevice(Devices.keys(), "statement"),
              new Beginning(new OwnDevice(Devices.keys(), "another"), "link"),
              List.of(Devices.keys()),
              17,
              Map.of(),
              Map.of("@alice+bob 00", new Mark(4, 12)))
          .with("bob", new Trusted(List.of("l"), List.of(new Past(List.of("p"), 9)), true, "1"));

  @TempDir private Path folder;
  private Path path;
  private KeyFile file;

  @BeforeEach
  void begin() {
    path = folder.resolve("deep").resolve("alice.keys");
    file = new KeyFile(path, new Cost(64, 1, 1));
  }

  @Test
  void keepsWhatItWasGiven() {
    // Given
    try (Vault made = file.create(PASSPHRASE)) {
      made.keep(KEPT);
    }

    // When
    try (Vault opened = new KeyFile(path).open(PASSPHRASE)) {
      // Then
      assertThat(opened.kept()).isEqualTo(KEPT);
    }
  }

  @Test
  void writesWhatWasOnlyNotedAtTheEnd() {
    // Given
    try (Vault made = file.create(PASSPHRASE)) {
      made.note(KEPT);
    }

    // Then
    try (Vault opened = file.open(PASSPHRASE)) {
      assertThat(opened.kept()).isEqualTo(KEPT);
    }
  }

  @Test
  void isForItsOwnerOnlyAndShowsNoKey() throws IOException {
    // Given
    file.create(PASSPHRASE).close();

    // Then
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(path)).matches("[A-Za-z0-9_-]+\n").doesNotContain("device");
  }

  @Test
  void staysClosedUnderAnotherPassphrase() {
    // Given
    file.create(PASSPHRASE).close();

    // Then
    refuses("wrong_passphrase", () -> file.open("wrong horse"));
    file.open(PASSPHRASE).close();
  }

  @Test
  void opensHoweverAPassphraseIsSpelt() {
    // Given
    file.create("pa\u00e4sswort").close();

    // Then
    file.open("paa\u0308sswort").close();
  }

  @Test
  void isRefusedWhereItWasAltered() throws IOException {
    // Given
    file.create(PASSPHRASE).close();
    String text = Files.readString(path).strip();
    int at = text.length() - 5;
    char other = text.charAt(at) == 'A' ? 'B' : 'A';

    // When
    Files.writeString(path, text.substring(0, at) + other + text.substring(at + 1));

    // Then
    refuses("wrong_passphrase", () -> file.open(PASSPHRASE));
  }

  @Test
  void isRefusedWhereItIsNone() throws IOException {
    Files.createDirectories(path.getParent());
    for (String text : List.of("", "AAAA", "not base64!", "A".repeat(200))) {
      Files.writeString(path, text);
      refuses("keys_unreadable", () -> file.open(PASSPHRASE));
    }
  }

  @Test
  void isInUseByOneProgramAtATime() {
    // Given
    try (Vault made = file.create(PASSPHRASE)) {
      made.keep(KEPT);

      // Then
      refuses("keys_in_use", () -> new KeyFile(path).open(PASSPHRASE));
    }
    file.open(PASSPHRASE).close();
  }

  @Test
  void takesNoPassphraseThatIsTooShort() {
    refuses("weak_passphrase", () -> file.create("seven77"));
    assertThat(file.exists()).isFalse();
  }

  @Test
  void isNotMadeTwice() {
    // Given
    file.create(PASSPHRASE).close();

    // Then
    refuses("keys_in_use", () -> file.create("another horse"));
    file.open(PASSPHRASE).close();
  }

  @Test
  void isRefusedWhereAListInItIsTooLong() {
    // Given
    try (Vault made = file.create(PASSPHRASE)) {
      made.keep(KEPT.with("bob", trusted(Collections.nCopies(1_001, "l"))));
    }

    // Then
    refuses("keys_unreadable", () -> file.open(PASSPHRASE));
  }

  @Test
  void isNotWrittenWhereItCouldNotBeReadAgain() {
    // Given
    Kept much = KEPT;
    for (int i = 0; i < 12; i++) {
      much = much.with("user" + i, trusted(Collections.nCopies(1_000, "l".repeat(1_400))));
    }
    Kept tooMuch = much;

    // When
    try (Vault made = file.create(PASSPHRASE)) {
      made.keep(KEPT);
      refuses("keys_unwritable", () -> made.keep(tooMuch));
    }

    // Then
    try (Vault opened = file.open(PASSPHRASE)) {
      assertThat(opened.kept()).isEqualTo(KEPT);
    }
  }

  private static Trusted trusted(List<String> links) {
    return new Trusted(links, List.of(), false, "");
  }

  private static void refuses(String code, ThrowingCallable action) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(action)
        .extracting(RefusedException::code)
        .isEqualTo(code);
  }
}

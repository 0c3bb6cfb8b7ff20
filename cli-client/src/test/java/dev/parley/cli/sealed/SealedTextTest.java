package dev.parley.cli.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealedTextTest {
  private static final Place PLACE = new Place("@alice+bob", "alice", Kind.MESSAGE, 0);
  private static final SecretFile FILE =
      new SecretFile("cat.png", 12, "ab".repeat(32), SealedFile.newKey());

  private final Devices alice = Devices.of("alice");
  private final Devices bob = Devices.of("bob");

  @Test
  void carriesTextAndFile() {
    // Given
    var content = new Content("for you: \"😀\"\n", FILE);

    // When
    String sealed = seal(content, 100);

    // Then
    assertThat(sealed).startsWith("parley-sealed-1:").doesNotContain("for you", "cat.png");
    assertThat(open(sealed, PLACE)).isEqualTo(content);
  }

  @Test
  void takesTheLongestTextToManyDevices() {
    // Given
    for (int i = 0; i < 7; i++) {
      alice.add(Devices.keys(), 5);
      bob.add(Devices.keys(), 5);
    }

    // Then
    assertThat(seal(new Content("\u0001".repeat(2_000) + "😀".repeat(2_000), null), 100))
        .hasSizeLessThan(SealedText.LONGEST);
  }

  @Test
  void doesNotOpenWhereAnyByteIsAnother() {
    // Given
    byte[] bytes = Bytes.decode(seal(new Content("hello", null), 100).substring(16));

    // Then
    for (int at = 0; at < bytes.length; at += 3) {
      bytes[at] ^= 1;
      String altered = SealedText.PREFIX + Bytes.encode(bytes);
      assertThat(problem(altered, PLACE, bob.keysOfFirst()))
          .isIn(Set.of(Problem.ALTERED, Problem.TRUNCATED, Problem.UNKNOWN_DEVICE));
      bytes[at] ^= 1;
    }
  }

  @Test
  void doesNotOpenWhereItIsCut() {
    // Given
    byte[] bytes = Bytes.decode(seal(new Content("hello", null), 100).substring(16));

    // Then
    for (int length = 0; length < bytes.length; length += 5) {
      String cut = SealedText.PREFIX + Bytes.encode(java.util.Arrays.copyOf(bytes, length));
      assertThat(problem(cut, PLACE, bob.keysOfFirst())).isEqualTo(Problem.TRUNCATED);
    }
  }

  @Test
  void opensForItsReadersOnly() {
    // Given
    String sealed = seal(new Content("hello", null), 100);

    // Then
    assertThat(problem(sealed, PLACE, Devices.keys())).isEqualTo(Problem.NOT_FOR_THIS_DEVICE);
  }

  @Test
  void opensAtItsPlaceOnly() {
    // Given
    String sealed = seal(new Content("hello", null), 100);
    DeviceKeys reader = bob.keysOfFirst();

    // Then
    assertThat(problem(sealed, new Place("@alice+eve", "alice", Kind.MESSAGE, 0), reader))
        .isEqualTo(Problem.WRONG_CONVERSATION);
    assertThat(problem(sealed, new Place("@alice+bob", "bob", Kind.MESSAGE, 0), reader))
        .isEqualTo(Problem.WRONG_SENDER);
    assertThat(problem(sealed, new Place("@alice+bob", "alice", Kind.EDIT, 0), reader))
        .isEqualTo(Problem.WRONG_PLACE);
    assertThat(problem(sealed, new Place("@alice+bob", "alice", Kind.MESSAGE, 7), reader))
        .isEqualTo(Problem.WRONG_PLACE);
  }

  @Test
  void isRefusedFromADeviceThatWasRevokedBefore() {
    // Given
    String early = seal(new Content("hello", null), 100);
    String late = seal(new Content("hello", null), 101);
    DeviceKeys second = Devices.keys();
    alice.add(second, 5);
    DeviceList list = alice.list().endedAt(100);

    // Then
    assertThat(SealedText.open(early, PLACE, list, List.of(bob.keysOfFirst())).context().time())
        .isEqualTo(100);
    assertThatExceptionOfType(UnopenedException.class)
        .isThrownBy(() -> SealedText.open(late, PLACE, list, List.of(bob.keysOfFirst())))
        .withMessage("revoked_device");
  }

  @Test
  void namesItsDeviceBeforeItIsOpened() {
    // Given
    String sealed = seal(new Content("hello", null), 100);

    // Then
    assertThat(SealedText.claimed(sealed).map(Context::device)).hasValue(alice.keysOfFirst().id());
    assertThat(SealedText.claimed("parley-sealed-2:AAAA")).isEmpty();
    assertThat(SealedText.claimed("parley-sealed-")).isEmpty();
  }

  private String seal(Content content, long time) {
    DeviceKeys keys = alice.keysOfFirst();
    List<Device> readers =
        java.util.stream.Stream.concat(alice.list().good().stream(), bob.list().good().stream())
            .toList();
    return SealedText.seal(content, new Context(PLACE, keys.id(), "m-1", time), keys, readers);
  }

  private Content open(String sealed, Place place) {
    return SealedText.open(sealed, place, alice.list(), List.of(bob.keysOfFirst())).content();
  }

  private Problem problem(String sealed, Place place, DeviceKeys reader) {
    return catchThrowableOfType(
            UnopenedException.class,
            () -> SealedText.open(sealed, place, alice.list(), List.of(reader)))
        .problem();
  }
}

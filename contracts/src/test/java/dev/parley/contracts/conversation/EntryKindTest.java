package dev.parley.contracts.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryKindTest {
  /// The numbers lie in databases: a line here may be added, never changed or removed.
  @ParameterizedTest
  @CsvSource({
    "MESSAGE, 1",
    "ADDED, 2",
    "JOINED, 3",
    "REMOVED, 4",
    "LEFT, 5",
    "EDITED, 6",
    "DELETED, 7",
    "REACTED, 8",
    "UNREACTED, 9",
    "PINNED, 10",
    "UNPINNED, 11",
    "MUTED, 12",
    "UNMUTED, 13",
    "ENCRYPTED, 14",
    "UNENCRYPTED, 15",
    "ADDED_TO, 20",
    "REMOVED_FROM, 21",
    "BLOCKED, 22",
    "UNBLOCKED, 23"
  })
  void keepsItsNumberForEver(EntryKind kind, int number) {
    assertThat(kind.number()).isEqualTo(number);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsNumber(EntryKind kind) {
    assertThat(EntryKind.of(kind.number())).isEqualTo(kind);
  }

  @Test
  void hasNoNumberTwice() {
    assertThat(Arrays.stream(EntryKind.values()).map(EntryKind::number)).doesNotHaveDuplicates();
  }

  @Test
  void hasItsNumberInTheTableAbove() {
    assertThat(EntryKind.values()).hasSize(19);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 16, 19, 24})
  void isNotFoundByAnotherNumber(int number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntryKind.of(number))
        .withMessage("no entry kind has the number " + number);
  }

  @ParameterizedTest
  @EnumSource(names = {"ADDED", "JOINED", "REMOVED", "LEFT"})
  void changesTheMembership(EntryKind kind) {
    assertThat(kind.isMembershipChange()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ADDED", "JOINED", "REMOVED", "LEFT"})
  void leavesTheMembershipAlone(EntryKind kind) {
    assertThat(kind.isMembershipChange()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void changesAMessageOrTheMembershipOrNeither(EntryKind kind) {
    assertThat(kind.isMessageChange()).isEqualTo(kind.number() >= 6 && kind.number() <= 11);
  }
}

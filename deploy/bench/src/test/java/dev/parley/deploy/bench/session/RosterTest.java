package dev.parley.deploy.bench.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RosterTest {

  private final Roster roster = Roster.at(1_767_323_045_678L);

  @Test
  void givesNamesThatTheProtocolAllows() {
    // When
    String handle = roster.handle(999_999);

    // Then
    assertThat(handle).matches("[a-z][a-z0-9_.-]{2,31}");
    assertThat(roster.group(7)).matches("[a-z0-9_.-]{1,64}");
    assertThat(roster.handle(0)).hasSameSizeAs(handle);
  }

  @Test
  void givesOtherNamesInAnotherRun() {
    // When
    Roster next = Roster.at(1_767_323_045_679L);

    // Then
    assertThat(next.handle(1)).isNotEqualTo(roster.handle(1));
  }
}

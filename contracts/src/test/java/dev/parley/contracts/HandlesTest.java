package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlesTest {
  @ParameterizedTest
  @ValueSource(strings = {"bob", "a12", "a_.-", "alice.b-c_d", "abcdefghijklmnopqrstuvwxyz012345"})
  void takesAHandleOfTheRule(String handle) {
    assertThat(Handles.isHandle(handle)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ab",
        "abcdefghijklmnopqrstuvwxyz0123456",
        "1bob",
        "_bob",
        ".bob",
        "-bob",
        "Bob",
        "bob alice",
        "bob+alice",
        "bob\n",
        "b\u00f6b",
        "b\u043eb",
        "b\u200bob",
        "@bob",
        "bo\u0000b"
      })
  void refusesAHandleOutsideTheRule(String handle) {
    assertThat(Handles.isHandle(handle)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "_", "lobby", "team-42.eu"})
  void takesAGroupNameOfTheRule(String name) {
    assertThat(Handles.isGroupName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#lobby", "Team", "team name", "te\u0430m", "team\t"})
  void refusesAGroupNameOutsideTheRule(String name) {
    assertThat(Handles.isGroupName(name)).isFalse();
  }

  @Test
  void countsTheLengthOfAGroupName() {
    assertThat(Handles.isGroupName("g".repeat(Handles.MAX_GROUP_NAME_LENGTH))).isTrue();
    assertThat(Handles.isGroupName("g".repeat(Handles.MAX_GROUP_NAME_LENGTH + 1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Alice,alice", "BOB.x-1,bob.x-1", "alice,alice", "TITI,titi"})
  void comparesNamesInLowerCase(String typed, String canonical) {
    assertThat(Handles.canonical(typed)).isEqualTo(canonical);
  }

  @Test
  void lowersTheSameWayInEveryCountry() {
    // Given
    Locale before = Locale.getDefault();

    // When
    String canonical;
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      canonical = Handles.canonical("TITI");
    } finally {
      Locale.setDefault(before);
    }

    // Then
    assertThat(canonical).isEqualTo("titi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u212aate", "\u0130van", "\u00c5sa"})
  void makesNoHandleOutOfALookAlike(String typed) {
    // The Kelvin sign is the one letter outside ASCII whose lower case lies inside it.
    assertThat(Handles.isHandle(Handles.canonical(typed))).isFalse();
  }
}

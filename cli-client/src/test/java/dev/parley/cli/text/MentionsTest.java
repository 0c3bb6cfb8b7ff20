package dev.parley.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"@bob", "hi @Bob.", "(@bob)", "@all look", "@here", "`code` @bob"})
  void calls(String text) {
    assertThat(Mentions.call(text, "bob")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"@here, false", "@Here and there, false", "@here @bob, true", "@all, true"})
  void callsWhoIsAwayByNameOnly(String text, boolean called) {
    assertThat(Mentions.call(text, "bob", false)).isEqualTo(called);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob", "@bobby", "mail@bob", "`@bob`", "```\n@bob\n```", "a/@bob"})
  void doesNotCall(String text) {
    assertThat(Mentions.call(text, "bob")).isFalse();
  }
}

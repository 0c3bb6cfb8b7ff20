package dev.parley.routing.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
  private static final Pattern MENTION =
      Pattern.compile(Mentions.pattern("al.ice"), Pattern.CASE_INSENSITIVE);

  private static final Pattern OF_ABSENT =
      Pattern.compile(Mentions.patternForAbsent("al.ice"), Pattern.CASE_INSENSITIVE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@al.ice",
        "hi @al.ice",
        "@Al.Ice: hi",
        "ask @al.ice.",
        "(@al.ice)",
        "@all",
        "@here!",
        "bob, @all: hi"
      })
  void areFound(String text) {
    assertThat(MENTION.matcher(text).find()).isTrue();
    assertThat(OF_ABSENT.matcher(text).find()).isEqualTo(!text.contains("@here"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"al.ice", "@al.ice2", "@alxice", "mail@al.ice", "@allie", "@al.ice.b", "@bob", ""})
  void areNoOthers(String text) {
    assertThat(MENTION.matcher(text).find()).isFalse();
    assertThat(OF_ABSENT.matcher(text).find()).isFalse();
  }
}

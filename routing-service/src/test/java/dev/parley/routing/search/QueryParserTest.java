package dev.parley.routing.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.routing.search.Term.Condition;
import dev.parley.routing.search.Term.Feature;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
  /// 2026-11-20T00:00:00Z.
  private static final long DAY = 1_795_132_800_000L;

  private static final long DAY_LENGTH = 24 * 3_600_000L;

  @ParameterizedTest
  @MethodSource("queries")
  void readsWordsPhrasesAndOperators(String query, List<Term> expected) {
    assertThat(QueryParser.parse("alice", query)).isEqualTo(expected);
  }

  static Stream<Arguments> queries() {
    return Stream.of(
        Arguments.of("Hello", all(new Term.Word("hello"))),
        Arguments.of("  two\twords ", all(new Term.Word("two"), new Term.Word("words"))),
        Arguments.of("hi", all(new Term.Part("hi"))),
        Arguments.of("C++", all(new Term.Part("c++"))),
        Arguments.of("https://a.bc", all(new Term.Part("https://a.bc"))),
        Arguments.of("\"Two Words\"", all(new Term.Part("two words"))),
        Arguments.of("\"not closed", all(new Term.Part("not closed"))),
        Arguments.of("\"a\"bcd", all(new Term.Part("a"), new Term.Word("bcd"))),
        Arguments.of("-draft", List.of(new Term(new Term.Word("draft"), true))),
        Arguments.of("-\"two words\"", List.of(new Term(new Term.Part("two words"), true))),
        Arguments.of("-from:bob", List.of(new Term(new Term.From("bob"), true))),
        Arguments.of("- x", all(new Term.Part("-"), new Term.Part("x"))),
        Arguments.of("-", all(new Term.Part("-"))),
        Arguments.of("--x", List.of(new Term(new Term.Part("-x"), true))),
        Arguments.of("from:Bob", all(new Term.From("bob"))),
        Arguments.of("FROM:@bob", all(new Term.From("bob"))),
        Arguments.of("from:me", all(new Term.From("alice"))),
        Arguments.of("in:@bob", all(new Term.In("@alice+bob"))),
        Arguments.of("in:#Team", all(new Term.In("#team"))),
        Arguments.of("before:2026-11-20", all(new Term.Before(DAY))),
        Arguments.of("after:2026-11-20", all(new Term.Since(DAY + DAY_LENGTH))),
        Arguments.of("has:link", all(new Term.Has(Feature.LINK))),
        Arguments.of("has:code", all(new Term.Has(Feature.CODE))),
        Arguments.of("has:reaction", all(new Term.Has(Feature.REACTION))),
        Arguments.of("has:pin", all(new Term.Has(Feature.PIN))),
        Arguments.of("has:file", all(new Term.Has(Feature.FILE))),
        Arguments.of("-has:IMAGE", List.of(new Term(new Term.Has(Feature.IMAGE), true))),
        Arguments.of("mentions:me", all(new Term.Mentions("alice"))),
        Arguments.of("other:thing", all(new Term.Part("other:thing"))),
        Arguments.of("100%", all(new Term.Part("100%"))),
        Arguments.of("'; drop", all(new Term.Part("';"), new Term.Word("drop"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\"\"",
        "\" \"",
        "-\"\"",
        "\u0007",
        "from:",
        "from:b",
        "from:bob+eve",
        "in:team",
        "in:",
        "in:#",
        "in:!alice",
        "in:@alice+bob",
        "before:yesterday",
        "after:2026-02-30",
        "after:+999999999-12-31",
        "has:cheese",
        "mentions:bob"
      })
  void refusesWhatCannotBeSearchedFor(String query) {
    assertThatExceptionOfType(QuerySyntaxException.class)
        .isThrownBy(() -> QueryParser.parse("alice", query));
  }

  @Test
  void refusesAQueryThatIsTooLong() {
    assertThat(QueryParser.parse("alice", "x".repeat(128))).hasSize(1);
    assertThatExceptionOfType(QuerySyntaxException.class)
        .isThrownBy(() -> QueryParser.parse("alice", "x".repeat(129)));
  }

  @Test
  void makesOfAnyTextAQueryOrASentence() {
    // Given
    Random random = new Random(20_261_120);
    String alphabet = "ab -\"':%_\\#@&|!()*<>\u0000\u00e4\ud83d\ude00\ud83d from:me has:link in:";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder query = new StringBuilder();
      random
          .ints(random.nextInt(40), 0, alphabet.length())
          .forEach(each -> query.append(alphabet.charAt(each)));

      // When
      List<Term> terms = parse(query.toString());

      // Then
      assertThat(terms)
          .allSatisfy(term -> {
            if (term.condition() instanceof Term.Word(String word)) {
              assertThat(word.codePoints()).allMatch(Character::isLetterOrDigit);
            }
            if (term.condition() instanceof Term.Part(String text)) {
              assertThat(text).isNotEmpty().doesNotContain("\u0000");
            }
          });
    }
  }

  private static List<Term> parse(String query) {
    try {
      return QueryParser.parse("alice", query);
    } catch (QuerySyntaxException _) {
      return List.of();
    }
  }

  private static List<Term> all(Condition... conditions) {
    return Stream.of(conditions).map(each -> new Term(each, false)).toList();
  }
}

package dev.parley.routing.search;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.Handles;
import dev.parley.contracts.MessageText;
import dev.parley.contracts.query.Search;
import dev.parley.routing.search.Term.Condition;
import dev.parley.routing.search.Term.Feature;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the query language of the public protocol: words, `"phrases"`, operators such as
/// `from:bob`, and `-` before any of them.
///
/// What looks like an operator but is none is a word. A quote that is not closed reaches to the
/// end.
final class QueryParser {
  /// Shorter words are found wherever they stand.
  private static final int MIN_WORD = 3;

  private final String asker;
  private final String query;
  private int at;

  private QueryParser(String asker, String query) {
    this.asker = asker;
    this.query = query;
  }

  /// {@return what is asked, at least one term}
  ///
  /// @param asker handle of who asks
  /// @param query as typed
  /// @throws QuerySyntaxException if it is empty, too long, or says something impossible
  static List<Term> parse(String asker, String query) {
    String clean = MessageText.clean(query).strip();
    if (MessageText.length(clean) > Search.MAX_QUERY_LENGTH) {
      throw new QuerySyntaxException(
          "a query has at most " + Search.MAX_QUERY_LENGTH + " characters");
    }
    List<Term> terms = new QueryParser(asker, clean).terms();
    if (terms.isEmpty()) {
      throw new QuerySyntaxException("search for what?");
    }
    return terms;
  }

  private List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    skipBlanks();
    while (at < query.length()) {
      boolean negated = query.charAt(at) == '-' && at + 1 < query.length() && !isBlank(at + 1);
      at += negated ? 1 : 0;
      String typed = query.charAt(at) == '"' ? "" : word();
      Condition condition = typed.isEmpty() ? phrase() : condition(typed);
      if (!(condition instanceof Term.Part(String text) && text.isEmpty())) {
        terms.add(new Term(condition, negated));
      }
      skipBlanks();
    }
    return terms;
  }

  private String word() {
    int from = at;
    while (at < query.length() && !isBlank(at)) {
      at++;
    }
    return query.substring(from, at);
  }

  private Condition phrase() {
    int end = query.indexOf('"', at + 1);
    String phrase = query.substring(at + 1, end < 0 ? query.length() : end);
    at = end < 0 ? query.length() : end + 1;
    return new Term.Part(FoldedText.fold(phrase.strip()));
  }

  private Condition condition(String typed) {
    int colon = typed.indexOf(':');
    String value = typed.substring(colon + 1).toLowerCase(Locale.ROOT);
    String operator = colon < 0 ? "" : typed.substring(0, colon).toLowerCase(Locale.ROOT);
    return switch (operator) {
      case "from" -> new Term.From(handle(value));
      case "in" -> new Term.In(conversation(value));
      case "before" -> new Term.Before(startOf(date(value)));
      case "after" -> new Term.Since(startOf(date(value).plusDays(1)));
      case "has" -> new Term.Has(feature(value));
      case "mentions" -> mentions(value);
      default -> text(FoldedText.fold(typed));
    };
  }

  private static Condition text(String folded) {
    boolean isWord =
        FoldedText.isWord(folded) && folded.codePointCount(0, folded.length()) >= MIN_WORD;
    return isWord ? new Term.Word(FoldedText.cut(folded)) : new Term.Part(folded);
  }

  private String handle(String value) {
    String name = value.startsWith("@") ? value.substring(1) : value;
    if (name.equals("me")) {
      return asker;
    }
    if (!Handles.isHandle(name)) {
      throw new QuerySyntaxException("from:USER takes the name of a user, or me");
    }
    return name;
  }

  private String conversation(String value) {
    String name = value.isEmpty() ? "" : value.substring(1);
    if (value.startsWith("#") && Handles.isGroupName(name)) {
      return ConversationId.group(name);
    }
    if (value.startsWith("@") && Handles.isHandle(name)) {
      return ConversationId.direct(asker, name);
    }
    throw new QuerySyntaxException("in:TARGET takes @user or #group");
  }

  private static LocalDate date(String value) {
    try {
      LocalDate date = LocalDate.parse(value);
      if (date.getYear() >= 0 && date.getYear() <= 9_999) {
        return date;
      }
    } catch (DateTimeParseException _) {
      // Said below.
    }
    throw new QuerySyntaxException("before: and after: take a date such as 2026-11-20");
  }

  private static long startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  private static Feature feature(String value) {
    return switch (value) {
      case "link" -> Feature.LINK;
      case "code" -> Feature.CODE;
      case "reaction" -> Feature.REACTION;
      case "pin" -> Feature.PIN;
      case "file" -> Feature.FILE;
      case "image" -> Feature.IMAGE;
      default ->
          throw new QuerySyntaxException("has: takes link, code, reaction, pin, file or image");
    };
  }

  private Condition mentions(String value) {
    if (!value.equals("me") && !value.equals("@me")) {
      throw new QuerySyntaxException("mentions: takes me");
    }
    return new Term.Mentions(asker);
  }

  private boolean isBlank(int index) {
    return Character.isWhitespace(query.charAt(index));
  }

  private void skipBlanks() {
    while (at < query.length() && isBlank(at)) {
      at++;
    }
  }
}

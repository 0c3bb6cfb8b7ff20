package dev.parley.cli.encryption.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.text.Mentions;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a query of `docs/protocol.md`, section Search, for texts that lie here. Words are found by
/// their beginning, those shorter than three characters, those with signs and "phrases" anywhere;
/// what is asked of reactions and pins is not known here, and finds nothing.
public final class LocalSearch {
  private static final Pattern PART =
      Pattern.compile("(-)?(?:(from|in|before|after|has|mentions):)?(?:\"([^\"]*)\"|(\\S+))");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]{3,}");
  private static final Pattern LINK = Pattern.compile("https?://\\S");

  private LocalSearch() {}

  /// {@return whether a message fits}
  ///
  /// @param query as it was typed
  /// @param me the reader
  public static Predicate<JsonNode> of(String query, String me) {
    Predicate<JsonNode> all = _ -> true;
    boolean some = false;
    for (Matcher part = PART.matcher(query); part.find(); some = true) {
      Predicate<JsonNode> one = one(part, me);
      all = all.and(part.group(1) == null ? one : one.negate());
    }
    return some ? all : _ -> false;
  }

  private static Predicate<JsonNode> one(Matcher part, String me) {
    boolean phrase = part.group(3) != null;
    String value = (phrase ? part.group(3) : part.group(4)).toLowerCase(Locale.ROOT);
    String operator = part.group(2);
    if (operator == null) {
      return phrase || !WORD.matcher(value).matches() ? anywhere(value) : beginning(value);
    }
    return switch (operator) {
      case "from" -> from(value.equals("me") ? me : value.replaceFirst("^@", ""));
      case "in" -> in(value, me);
      case "before" -> row -> Frames.text(row, "at").compareTo(value) < 0;
      case "after" -> row -> Frames.text(row, "at").compareTo(value + "U") > 0;
      case "mentions" -> row -> Mentions.call(Frames.text(row, "text"), me);
      default -> has(value);
    };
  }

  private static Predicate<JsonNode> from(String user) {
    return row -> Frames.text(row, "from").equals(user);
  }

  private static Predicate<JsonNode> in(String target, String me) {
    String id = Names.canonical(target, me);
    return row -> Frames.text(row, "conversation").equals(id);
  }

  private static Predicate<JsonNode> has(String what) {
    return switch (what) {
      case "link" -> row -> LINK.matcher(Frames.text(row, "text")).find();
      case "code" -> anywhere("`");
      default -> _ -> false;
    };
  }

  private static Predicate<JsonNode> anywhere(String value) {
    return row -> lower(row).contains(value);
  }

  private static Predicate<JsonNode> beginning(String word) {
    Pattern begins = Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(word));
    return row -> begins.matcher(lower(row)).find();
  }

  private static String lower(JsonNode row) {
    return Frames.text(row, "text").toLowerCase(Locale.ROOT);
  }
}

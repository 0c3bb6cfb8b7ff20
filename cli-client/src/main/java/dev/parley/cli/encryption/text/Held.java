package dev.parley.cli.encryption.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.frame.Frames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Texts that were opened here, in memory only: what a search finds in encrypted conversations, and
/// what an edit has to repeat. The newest 2,000 of each conversation, of the 100 used last.
public final class Held {
  private static final int MOST_TEXTS = 2_000;
  private static final int MOST_CONVERSATIONS = 100;

  private final Map<String, NavigableMap<Long, ObjectNode>> all =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(
            Map.Entry<String, NavigableMap<Long, ObjectNode>> eldest) {
          return size() > MOST_CONVERSATIONS;
        }
      };

  /// Holds nothing yet.
  public Held() {}

  /// Takes a message as it is now.
  ///
  /// @param id `@bob`
  /// @param message with `seq`, `at`, `from`, `text`
  public void put(String id, ObjectNode message) {
    NavigableMap<Long, ObjectNode> texts = all.computeIfAbsent(id, _ -> new TreeMap<>());
    ObjectNode row = message.deepCopy();
    row.remove(List.of("type", "id", "clientId"));
    row.put("conversation", id);
    texts.put(row.path("seq").asLong(), row);
    if (texts.size() > MOST_TEXTS) {
      texts.pollFirstEntry();
    }
  }

  /// A message says something else now.
  ///
  /// @param id `@bob`
  /// @param target number of the message
  /// @param text what it says
  /// @param at when it was changed, as frames say it
  public void edit(String id, long target, String text, String at) {
    find(id, target).ifPresent(row -> row.put("text", text).put("edited", at));
  }

  /// A message was withdrawn.
  ///
  /// @param id `@bob`
  /// @param target number of the message
  public void remove(String id, long target) {
    NavigableMap<Long, ObjectNode> texts = all.get(id);
    if (texts != null) {
      texts.remove(target);
    }
  }

  /// {@return a message as it is now, if it is held}
  ///
  /// @param id `@bob`
  /// @param seq its number
  public Optional<ObjectNode> find(String id, long seq) {
    NavigableMap<Long, ObjectNode> texts = all.get(id);
    return texts == null ? Optional.empty() : Optional.ofNullable(texts.get(seq));
  }

  /// {@return what fits, newest first}
  ///
  /// @param wanted whether a message fits
  /// @param limit most of them
  public List<ObjectNode> find(Predicate<JsonNode> wanted, int limit) {
    List<ObjectNode> found = new ArrayList<>();
    all.values()
        .forEach(texts ->
            texts.descendingMap().values().stream()
                .filter(wanted)
                .limit(limit)
                .forEach(found::add));
    found.sort(Comparator.comparing((ObjectNode row) -> Frames.text(row, "at")).reversed());
    return found.subList(0, Math.min(limit, found.size()));
  }
}

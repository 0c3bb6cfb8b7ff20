package dev.parley.deploy.acceptance.history;

import static dev.parley.deploy.acceptance.history.Invariant.DURABLE;
import static dev.parley.deploy.acceptance.history.Invariant.FAIL_IS_FAIL;
import static dev.parley.deploy.acceptance.history.Invariant.GAP_FREE;
import static dev.parley.deploy.acceptance.history.Invariant.NO_PHANTOM;
import static dev.parley.deploy.acceptance.history.Invariant.UNIQUE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares what was sent with what is stored: I1 to I5.
final class StorageRules {

  private StorageRules() {}

  static Stream<Violation> durable(ConversationHistory history) {
    Map<Long, Content.Message> stored = history.stored();
    return history.acknowledged().entrySet().stream()
        .filter(entry -> !isOf(entry.getKey(), stored.get(entry.getValue())))
        .map(entry ->
            history.violation(
                DURABLE,
                "\"%s\" of %s was acknowledged as %d, where %s stands"
                    .formatted(
                        entry.getKey().text(),
                        entry.getKey().author(),
                        entry.getValue(),
                        stored.get(entry.getValue()))));
  }

  static Stream<Violation> unique(ConversationHistory history) {
    Map<Key, List<Row>> byMessage =
        history.rows().stream().collect(Collectors.groupingBy(row -> Key.of(row.message())));
    return byMessage.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry ->
            history.violation(
                UNIQUE,
                "%s is stored at %s"
                    .formatted(entry.getKey(), entry.getValue().stream().map(Row::seq).toList())));
  }

  static Stream<Violation> noPhantom(ConversationHistory history) {
    Set<Key> sent = history.sends().stream().map(Key::of).collect(Collectors.toSet());
    return history.rows().stream()
        .filter(row -> !sent.contains(Key.of(row.message())))
        .map(row -> history.violation(NO_PHANTOM, "nobody sent %s".formatted(row)));
  }

  static Stream<Violation> failIsFail(ConversationHistory history) {
    Map<Key, Row> stored = new HashMap<>();
    history.rows().forEach(row -> stored.put(Key.of(row.message()), row));
    return history.sends().stream()
        .filter(send -> send.outcome() instanceof Outcome.Refused)
        .filter(send -> stored.containsKey(Key.of(send)))
        .map(send ->
            history.violation(
                FAIL_IS_FAIL, "%s, yet %s is stored".formatted(send, stored.get(Key.of(send)))));
  }

  static Stream<Violation> gapFree(ConversationHistory history) {
    return Stream.concat(holes(history), doubles(history));
  }

  private static Stream<Violation> holes(ConversationHistory history) {
    Set<Long> positions = history.positions();
    long last = positions.stream().mapToLong(Long::longValue).max().orElse(0);
    return LongStream.rangeClosed(history.firstSeq(), last)
        .filter(seq -> !positions.contains(seq))
        .mapToObj(
            seq -> history.violation(GAP_FREE, "nothing stands at %d of %d".formatted(seq, last)));
  }

  private static Stream<Violation> doubles(ConversationHistory history) {
    return history.rows().stream()
        .collect(
            Collectors.groupingBy(
                Row::seq, Collectors.mapping(Function.identity(), Collectors.toSet())))
        .values()
        .stream()
        .filter(rows -> rows.size() > 1)
        .map(
            rows -> history.violation(GAP_FREE, "one position is taken twice: %s".formatted(rows)));
  }

  private static boolean isOf(Send send, Content.@Nullable Message stored) {
    return stored != null && Key.of(send).equals(Key.of(stored));
  }

  /// What a message is known by within its conversation.
  private record Key(String author, String text) {
    static Key of(Send send) {
      return new Key(send.author(), send.text());
    }

    static Key of(Content.Message message) {
      return new Key(message.author(), message.text());
    }
  }
}

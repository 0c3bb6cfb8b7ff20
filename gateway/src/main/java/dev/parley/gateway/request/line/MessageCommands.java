package dev.parley.gateway.request.line;

import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.Target;
import org.jspecify.annotations.Nullable;

/// How the words of commands become requests where these are about messages. `null` where they make
/// none.
final class MessageCommands {
  private static final int DEFAULT_HISTORY = 50;
  private static final int MAX_HISTORY = 200;
  private static final int SEARCH_RESULTS = 20;

  private MessageCommands() {}

  static @Nullable Request message(Words words) {
    String to = words.next();
    if (to.equalsIgnoreCase("group")) {
      return toGroup(words.next(), words.rest());
    }
    if (to.startsWith("#")) {
      return toGroup(to, words.rest());
    }
    return toUser(to, words.rest());
  }

  static @Nullable Request toUser(String user, String text) {
    return user.isEmpty() || text.isEmpty()
        ? null
        : new MessageRequest.SendMessage(new Target.User(user), LineText.unescape(text), false);
  }

  static @Nullable Request toGroup(String name, String text) {
    return name.isEmpty() || text.isEmpty()
        ? null
        : new MessageRequest.SendMessage(new Target.Group(name), LineText.unescape(text), false);
  }

  static @Nullable Request broadcast(String text) {
    return text.isEmpty()
        ? null
        : new MessageRequest.SendMessage(new Target.Group("lobby"), LineText.unescape(text), true);
  }

  static @Nullable Request history(Words words) {
    String target = words.next();
    if (target.isEmpty()) {
      return null;
    }
    Long limit = (long) DEFAULT_HISTORY;
    if (!words.isEmpty() && !words.peek().equalsIgnoreCase("before")) {
      limit = words.number();
    }
    Long before = null;
    if (!words.isEmpty()) {
      before = words.next().equalsIgnoreCase("before") ? words.number() : null;
      if (before == null) {
        return null;
      }
    }
    return limit == null || limit > MAX_HISTORY
        ? null
        : new MessageRequest.History(target(target), limit.intValue(), before);
  }

  @FunctionalInterface
  private interface OfMessage {
    Request make(Target target, long seq, String text);
  }

  /// Reads `TARGET N` and, if there is to be any, the text behind them.
  private static @Nullable Request ofMessage(Words words, boolean hasText, OfMessage kind) {
    String target = words.next();
    Long seq = words.number();
    String text = hasText ? LineText.unescape(words.rest()) : "";
    return target.isEmpty() || seq == null || (hasText && text.isEmpty())
        ? null
        : kind.make(target(target), seq, text);
  }

  /// The name may have blanks: it ends before the last word.
  static @Nullable Request file(Words words) {
    String target = words.next();
    String rest = words.rest().stripTrailing();
    int blank = Math.max(rest.lastIndexOf(' '), rest.lastIndexOf('\t'));
    if (blank < 0) {
      return null;
    }
    String digits = rest.substring(blank + 1);
    Long size = digits.equals("0") ? Long.valueOf(0) : Words.number(digits);
    return size == null
        ? null
        : new MessageRequest.OfferFile(target(target), rest.substring(0, blank).strip(), size);
  }

  static @Nullable Request get(Words words) {
    return ofMessage(words, false, (target, seq, _) -> new MessageRequest.FileLink(target, seq));
  }

  static @Nullable Request reply(Words words) {
    return ofMessage(
        words,
        true,
        (target, seq, text) -> new MessageRequest.SendMessage(target, text, false, null, seq));
  }

  static @Nullable Request edit(Words words) {
    return ofMessage(
        words, true, (target, seq, text) -> new MessageRequest.Edit(target, seq, text, null));
  }

  static @Nullable Request delete(Words words) {
    return ofMessage(
        words, false, (target, seq, _) -> new MessageRequest.Delete(target, seq, null));
  }

  static @Nullable Request react(Words words, boolean remove) {
    return ofMessage(
        words,
        true,
        (target, seq, reaction) -> new MessageRequest.React(target, seq, reaction, remove, null));
  }

  static @Nullable Request pin(Words words, boolean remove) {
    return ofMessage(
        words, false, (target, seq, _) -> new MessageRequest.Pin(target, seq, remove, null));
  }

  static @Nullable Request pinned(Words words) {
    String target = words.next();
    return target.isEmpty() ? null : new MessageRequest.Pinned(target(target));
  }

  static @Nullable Request trace(Words words) {
    return ofMessage(words, false, (target, seq, _) -> new MessageRequest.Trace(target, seq));
  }

  static @Nullable Request search(Words words) {
    String query = words.rest();
    return query.isBlank() ? null : new MessageRequest.Search(query, SEARCH_RESULTS, null);
  }

  private static Target target(String typed) {
    return typed.startsWith("#") ? new Target.Group(typed) : new Target.User(typed);
  }
}

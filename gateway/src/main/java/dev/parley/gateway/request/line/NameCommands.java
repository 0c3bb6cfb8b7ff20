package dev.parley.gateway.request.line;

import dev.parley.contracts.conversation.MuteMember;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.GroupRequest;
import dev.parley.gateway.request.Request;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How the words of commands become requests where they are names: of accounts, keys and groups.
/// `null` where they make none.
final class NameCommands {
  private NameCommands() {}

  @FunctionalInterface
  interface OfTwo {
    Request make(String one, String other);
  }

  static @Nullable Request complete(String one, String other, Words words, OfTwo kind) {
    return other.isEmpty() || !words.isEmpty() ? null : kind.make(one, other);
  }

  static @Nullable Request named(Words words, Function<String, Request> kind) {
    String name = words.next();
    return name.isEmpty() ? null : kind.apply(name);
  }

  static Request register(String user, String password) {
    return new AccountRequest.Register(user, password, false);
  }

  static @Nullable Request login(Words words) {
    String user = words.next();
    String password = words.next();
    String mode = words.next();
    boolean takeover = mode.equalsIgnoreCase("takeover");
    if (password.isEmpty() || !(takeover || mode.isEmpty())) {
      return null;
    }
    return new AccountRequest.Login(user, password, takeover);
  }

  /// `keys`, `keys add TYPE BASE64 [NAME]`, `keys remove FINGERPRINT`.
  static @Nullable Request keys(Words words) {
    return switch (words.next().toLowerCase(Locale.ROOT)) {
      case "" -> new AccountRequest.Keys();
      case "add" -> addKey(words.next(), words.next(), words.rest());
      case "remove" -> named(words, AccountRequest.RemoveKey::new);
      default -> null;
    };
  }

  private static @Nullable Request addKey(String type, String base64, String name) {
    return base64.isEmpty() ? null : new AccountRequest.AddKey(type + " " + base64, name);
  }

  static @Nullable Request create(Words words) {
    if (!words.next().equalsIgnoreCase("group")) {
      return null;
    }
    String name = words.next();
    return name.isEmpty() ? null : new GroupRequest.CreateGroup(name, words.all());
  }

  static @Nullable Request join(String name) {
    return name.isEmpty() ? null : new GroupRequest.JoinGroup(name);
  }

  /// `group add|remove|mute|unmute|muted|leave|members …`, and else `group NAME [TEXT]`.
  static @Nullable Request group(Words words) {
    String first = words.next();
    return switch (first.toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "add" -> add(words.next(), words.all());
      case "remove" -> complete(words.next(), words.next(), words, GroupRequest.RemoveMember::new);
      case "mute" -> mute(words.next(), words.next(), words);
      case "unmute" -> complete(words.next(), words.next(), words, GroupRequest.UnmuteMember::new);
      case "muted" -> named(words, GroupRequest.ListMuted::new);
      case "leave" -> named(words, GroupRequest.LeaveGroup::new);
      case "members" -> named(words, GroupRequest.ListMembers::new);
      default -> words.isEmpty() ? join(first) : MessageCommands.toGroup(first, words.rest());
    };
  }

  private static @Nullable Request add(String name, List<String> users) {
    return users.isEmpty() ? null : new GroupRequest.AddMembers(name, users);
  }

  private static @Nullable Request mute(String name, String user, Words words) {
    if (user.isEmpty()) {
      return null;
    }
    if (words.isEmpty()) {
      return new GroupRequest.MuteMember(name, user, null);
    }
    Long minutes = words.number();
    return minutes == null || minutes > MuteMember.MAX_MINUTES
        ? null
        : new GroupRequest.MuteMember(name, user, minutes.intValue());
  }
}

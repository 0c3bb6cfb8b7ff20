package dev.parley.gateway.request.line;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.MuteMember;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The commands of the line protocol: usage, what it does, and how its words become a request.
///
/// The order is that of `help`.
enum LineCommand {
  HELP("help", "this list", _ -> new Request.Help()),
  REGISTER(
      "register USER PASSWORD",
      "make an account",
      words -> complete(words.next(), words.next(), words, LineCommand::register)),
  LOGIN("login USER PASSWORD [takeover]", "log in", LineCommand::login),
  PASSWORD(
      "password OLD NEW",
      "change your password",
      words -> complete(words.next(), words.next(), words, Request.ChangePassword::new)),
  KEYS("keys", "your ssh keys", LineCommand::keys),
  KEYS_ADD("keys add TYPE BASE64 [NAME]", "log in with this ssh key", LineCommand::keys),
  KEYS_REMOVE("keys remove FINGERPRINT", "no longer", LineCommand::keys),
  MESSAGE("message USER TEXT", "write to one person (also: msg, @USER TEXT)", LineCommand::message),
  BROADCAST("broadcast TEXT", "write to everyone", words -> broadcast(words.rest())),
  CREATE_GROUP("create group NAME USER...", "make a closed group", LineCommand::create),
  MESSAGE_GROUP(
      "message group NAME TEXT",
      "write to a group (also: msg #NAME TEXT, /group NAME TEXT)",
      words -> toGroup(words.next(), words.rest())),
  JOIN_GROUP("/group NAME", "join an open group, or make it", words -> join(words.next())),
  GROUP_ADD("group add NAME USER...", "add members to a group", LineCommand::group),
  GROUP_REMOVE("group remove NAME USER", "remove a member from a group", LineCommand::group),
  GROUP_LEAVE("group leave NAME", "leave a group", LineCommand::group),
  GROUP_MUTE(
      "group mute NAME USER [MINUTES]",
      "moderators: USER may not write in a group",
      LineCommand::group),
  GROUP_UNMUTE("group unmute NAME USER", "moderators: USER may write again", LineCommand::group),
  GROUP_MUTED("group muted NAME", "who may not write in a group", LineCommand::group),
  GROUP_MEMBERS("group members NAME", "who belongs to a group", LineCommand::group),
  GROUPLIST("grouplist", "the groups you may see (also: groups)", _ -> new Request.ListGroups()),
  WHOELSE("whoelse", "who else is here (also: users)", _ -> new Request.WhoElse()),
  WHOLASTHR("wholasthr", "who was here within the last hour", _ -> new Request.WhoLastHour()),
  PING("ping USER", "is USER here", words -> named(words, Request.Ping::new)),
  BLOCK("block USER", "hear nothing from USER", words -> named(words, Request.Block::new)),
  UNBLOCK("unblock USER", "take a block back", words -> named(words, Request.Unblock::new)),
  OFFLINE("offline", "what you missed, once more", _ -> new Request.Offline()),
  HISTORY(
      "history TARGET [N] [before SEQ]",
      "what was written; TARGET is @USER or #NAME",
      LineCommand::history),
  FILE("file TARGET NAME SIZE", "an address to send a file to, once", LineCommand::file),
  GET("get TARGET N", "an address of the file of message N, once", LineCommand::get),
  REPLY("reply TARGET N TEXT", "answer message N", LineCommand::reply),
  EDIT("edit TARGET N TEXT", "change what your message N says", LineCommand::edit),
  DELETE("delete TARGET N", "withdraw your message N", LineCommand::delete),
  REACT("react TARGET N REACTION", "react to message N", words -> react(words, false)),
  UNREACT("unreact TARGET N REACTION", "take a reaction back", words -> react(words, true)),
  PIN("pin TARGET N", "pin message N", words -> pin(words, false)),
  UNPIN("unpin TARGET N", "message N is pinned no longer", words -> pin(words, true)),
  PINNED("pinned TARGET", "the pinned messages", LineCommand::pinned),
  TRACE("trace TARGET N", "when message N came by each place of its way", LineCommand::trace),
  SEARCH(
      "search WORDS",
      "find messages; also from:USER in:TARGET has:link has:file",
      LineCommand::search),
  LOGOUT("logout", "leave (also: quit, exit, tata)", _ -> new Request.Logout());

  private static final int DEFAULT_HISTORY = 50;
  private static final int MAX_HISTORY = 200;
  private static final int SEARCH_RESULTS = 20;

  private final String usage;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Function<Words, @Nullable Request> reader;

  LineCommand(String usage, String meaning, Function<Words, @Nullable Request> reader) {
    this.usage = usage;
    this.meaning = meaning;
    this.reader = reader;
  }

  String usage() {
    return usage;
  }

  String meaning() {
    return meaning;
  }

  /// {@return the request that the words after the verb make, or that they make none}
  Request read(Words words) {
    Request request = reader.apply(words);
    return request != null && words.isEmpty() ? request : malformed("usage: " + usage);
  }

  static Request malformed(String why) {
    return new Request.Malformed(new Reply.Failed(ErrorCode.BAD_COMMAND, why));
  }

  @FunctionalInterface
  private interface OfTwo {
    Request make(String one, String other);
  }

  private static @Nullable Request complete(String one, String other, Words words, OfTwo kind) {
    return other.isEmpty() || !words.isEmpty() ? null : kind.make(one, other);
  }

  private static @Nullable Request named(Words words, Function<String, Request> kind) {
    String name = words.next();
    return name.isEmpty() ? null : kind.apply(name);
  }

  private static Request register(String user, String password) {
    return new Request.Register(user, password, false);
  }

  private static @Nullable Request login(Words words) {
    String user = words.next();
    String password = words.next();
    String mode = words.next();
    boolean takeover = mode.equalsIgnoreCase("takeover");
    if (password.isEmpty() || !(takeover || mode.isEmpty())) {
      return null;
    }
    return new Request.Login(user, password, takeover);
  }

  /// `keys`, `keys add TYPE BASE64 [NAME]`, `keys remove FINGERPRINT`.
  private static @Nullable Request keys(Words words) {
    return switch (words.next().toLowerCase(java.util.Locale.ROOT)) {
      case "" -> new Request.Keys();
      case "add" -> addKey(words.next(), words.next(), words.rest());
      case "remove" -> named(words, Request.RemoveKey::new);
      default -> null;
    };
  }

  private static @Nullable Request addKey(String type, String base64, String name) {
    return base64.isEmpty() ? null : new Request.AddKey(type + " " + base64, name);
  }

  private static @Nullable Request message(Words words) {
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
        : new Request.SendMessage(new Target.User(user), LineText.unescape(text), false);
  }

  private static @Nullable Request toGroup(String name, String text) {
    return name.isEmpty() || text.isEmpty()
        ? null
        : new Request.SendMessage(new Target.Group(name), LineText.unescape(text), false);
  }

  private static @Nullable Request broadcast(String text) {
    return text.isEmpty()
        ? null
        : new Request.SendMessage(new Target.Group("lobby"), LineText.unescape(text), true);
  }

  private static @Nullable Request create(Words words) {
    if (!words.next().equalsIgnoreCase("group")) {
      return null;
    }
    String name = words.next();
    return name.isEmpty() ? null : new Request.CreateGroup(name, all(words));
  }

  private static @Nullable Request join(String name) {
    return name.isEmpty() ? null : new Request.JoinGroup(name);
  }

  /// `group add|remove|mute|unmute|muted|leave|members …`, and else `group NAME [TEXT]`.
  static @Nullable Request group(Words words) {
    String first = words.next();
    return switch (first.toLowerCase(java.util.Locale.ROOT)) {
      case "" -> null;
      case "add" -> add(words.next(), all(words));
      case "remove" -> complete(words.next(), words.next(), words, Request.RemoveMember::new);
      case "mute" -> mute(words.next(), words.next(), words);
      case "unmute" -> complete(words.next(), words.next(), words, Request.UnmuteMember::new);
      case "muted" -> named(words, Request.ListMuted::new);
      case "leave" -> named(words, Request.LeaveGroup::new);
      case "members" -> named(words, Request.ListMembers::new);
      default -> words.isEmpty() ? join(first) : toGroup(first, words.rest());
    };
  }

  private static @Nullable Request add(String name, List<String> users) {
    return users.isEmpty() ? null : new Request.AddMembers(name, users);
  }

  private static @Nullable Request mute(String name, String user, Words words) {
    if (user.isEmpty()) {
      return null;
    }
    if (words.isEmpty()) {
      return new Request.MuteMember(name, user, null);
    }
    Long minutes = number(words.next());
    return minutes == null || minutes > MuteMember.MAX_MINUTES
        ? null
        : new Request.MuteMember(name, user, minutes.intValue());
  }

  private static @Nullable Request history(Words words) {
    String target = words.next();
    if (target.isEmpty()) {
      return null;
    }
    Long limit = (long) DEFAULT_HISTORY;
    if (!words.isEmpty() && !words.peek().equalsIgnoreCase("before")) {
      limit = number(words.next());
    }
    Long before = null;
    if (!words.isEmpty()) {
      before = words.next().equalsIgnoreCase("before") ? number(words.next()) : null;
      if (before == null) {
        return null;
      }
    }
    return limit == null || limit > MAX_HISTORY
        ? null
        : new Request.History(target(target), limit.intValue(), before);
  }

  @FunctionalInterface
  private interface OfMessage {
    Request make(Target target, long seq, String text);
  }

  /// Reads `TARGET N` and, if there is to be any, the text behind them.
  private static @Nullable Request ofMessage(Words words, boolean hasText, OfMessage kind) {
    String target = words.next();
    Long seq = number(words.next());
    String text = hasText ? LineText.unescape(words.rest()) : "";
    return target.isEmpty() || seq == null || (hasText && text.isEmpty())
        ? null
        : kind.make(target(target), seq, text);
  }

  /// The name may have blanks: it ends before the last word.
  private static @Nullable Request file(Words words) {
    String target = words.next();
    String rest = words.rest().stripTrailing();
    int blank = Math.max(rest.lastIndexOf(' '), rest.lastIndexOf('\t'));
    if (blank < 0) {
      return null;
    }
    String digits = rest.substring(blank + 1);
    Long size = digits.equals("0") ? Long.valueOf(0) : number(digits);
    return size == null
        ? null
        : new Request.OfferFile(target(target), rest.substring(0, blank).strip(), size);
  }

  private static @Nullable Request get(Words words) {
    return ofMessage(words, false, (target, seq, _) -> new Request.FileLink(target, seq));
  }

  private static @Nullable Request reply(Words words) {
    return ofMessage(
        words,
        true,
        (target, seq, text) -> new Request.SendMessage(target, text, false, null, seq));
  }

  private static @Nullable Request edit(Words words) {
    return ofMessage(words, true, (target, seq, text) -> new Request.Edit(target, seq, text, null));
  }

  private static @Nullable Request delete(Words words) {
    return ofMessage(words, false, (target, seq, _) -> new Request.Delete(target, seq, null));
  }

  private static @Nullable Request react(Words words, boolean remove) {
    return ofMessage(
        words,
        true,
        (target, seq, reaction) -> new Request.React(target, seq, reaction, remove, null));
  }

  private static @Nullable Request pin(Words words, boolean remove) {
    return ofMessage(words, false, (target, seq, _) -> new Request.Pin(target, seq, remove, null));
  }

  private static @Nullable Request pinned(Words words) {
    String target = words.next();
    return target.isEmpty() ? null : new Request.Pinned(target(target));
  }

  private static @Nullable Request trace(Words words) {
    return ofMessage(words, false, (target, seq, _) -> new Request.Trace(target, seq));
  }

  private static @Nullable Request search(Words words) {
    String query = words.rest();
    return query.isBlank() ? null : new Request.Search(query, SEARCH_RESULTS, null);
  }

  private static Target target(String typed) {
    return typed.startsWith("#") ? new Target.Group(typed) : new Target.User(typed);
  }

  /// {@return a whole number above 0, or `null` if it is none}
  private static @Nullable Long number(String digits) {
    boolean sane =
        !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(Character::isDigit);
    return sane && Long.parseLong(digits) > 0 ? Long.valueOf(digits) : null;
  }

  private static List<String> all(Words words) {
    List<String> all = new ArrayList<>();
    while (!words.isEmpty()) {
      all.add(words.next());
    }
    return all;
  }
}

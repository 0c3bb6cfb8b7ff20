package dev.parley.gateway.request.line;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.GroupRequest;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.PresenceRequest;
import dev.parley.gateway.request.Request;
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
      words -> NameCommands.complete(words.next(), words.next(), words, NameCommands::register)),
  LOGIN("login USER PASSWORD [takeover]", "log in", NameCommands::login),
  PASSWORD(
      "password OLD NEW",
      "change your password",
      words ->
          NameCommands.complete(
              words.next(), words.next(), words, AccountRequest.ChangePassword::new)),
  KEYS("keys", "your ssh keys", NameCommands::keys),
  KEYS_ADD("keys add TYPE BASE64 [NAME]", "log in with this ssh key", NameCommands::keys),
  KEYS_REMOVE("keys remove FINGERPRINT", "no longer", NameCommands::keys),
  MESSAGE(
      "message USER TEXT", "write to one person (also: msg, @USER TEXT)", MessageCommands::message),
  BROADCAST(
      "broadcast TEXT", "write to everyone", words -> MessageCommands.broadcast(words.rest())),
  CREATE_GROUP("create group NAME USER...", "make a closed group", NameCommands::create),
  MESSAGE_GROUP(
      "message group NAME TEXT",
      "write to a group (also: msg #NAME TEXT, /group NAME TEXT)",
      words -> MessageCommands.toGroup(words.next(), words.rest())),
  JOIN_GROUP(
      "/group NAME", "join an open group, or make it", words -> NameCommands.join(words.next())),
  GROUP_ADD("group add NAME USER...", "add members to a group", NameCommands::group),
  GROUP_REMOVE("group remove NAME USER", "remove a member from a group", NameCommands::group),
  GROUP_LEAVE("group leave NAME", "leave a group", NameCommands::group),
  GROUP_MUTE(
      "group mute NAME USER [MINUTES]",
      "moderators: USER may not write in a group",
      NameCommands::group),
  GROUP_UNMUTE("group unmute NAME USER", "moderators: USER may write again", NameCommands::group),
  GROUP_MUTED("group muted NAME", "who may not write in a group", NameCommands::group),
  GROUP_MEMBERS("group members NAME", "who belongs to a group", NameCommands::group),
  GROUPLIST(
      "grouplist", "the groups you may see (also: groups)", _ -> new GroupRequest.ListGroups()),
  WHOELSE("whoelse", "who else is here (also: users)", _ -> new PresenceRequest.WhoElse()),
  WHOLASTHR(
      "wholasthr", "who was here within the last hour", _ -> new PresenceRequest.WhoLastHour()),
  PING("ping USER", "is USER here", words -> NameCommands.named(words, PresenceRequest.Ping::new)),
  BLOCK(
      "block USER",
      "hear nothing from USER",
      words -> NameCommands.named(words, MessageRequest.Block::new)),
  UNBLOCK(
      "unblock USER",
      "take a block back",
      words -> NameCommands.named(words, MessageRequest.Unblock::new)),
  OFFLINE("offline", "what you missed, once more", _ -> new MessageRequest.Offline()),
  HISTORY(
      "history TARGET [N] [before SEQ]",
      "what was written; TARGET is @USER or #NAME",
      MessageCommands::history),
  FILE("file TARGET NAME SIZE", "an address to send a file to, once", MessageCommands::file),
  GET("get TARGET N", "an address of the file of message N, once", MessageCommands::get),
  REPLY("reply TARGET N TEXT", "answer message N", MessageCommands::reply),
  EDIT("edit TARGET N TEXT", "change what your message N says", MessageCommands::edit),
  DELETE("delete TARGET N", "withdraw your message N", MessageCommands::delete),
  REACT(
      "react TARGET N REACTION",
      "react to message N",
      words -> MessageCommands.react(words, false)),
  UNREACT(
      "unreact TARGET N REACTION",
      "take a reaction back",
      words -> MessageCommands.react(words, true)),
  PIN("pin TARGET N", "pin message N", words -> MessageCommands.pin(words, false)),
  UNPIN(
      "unpin TARGET N", "message N is pinned no longer", words -> MessageCommands.pin(words, true)),
  PINNED("pinned TARGET", "the pinned messages", MessageCommands::pinned),
  TRACE("trace TARGET N", "when message N came by each place of its way", MessageCommands::trace),
  SEARCH(
      "search WORDS",
      "find messages; also from:USER in:TARGET has:link has:file",
      MessageCommands::search),
  LOGOUT("logout", "leave (also: quit, exit, tata)", _ -> new AccountRequest.Logout());

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
}

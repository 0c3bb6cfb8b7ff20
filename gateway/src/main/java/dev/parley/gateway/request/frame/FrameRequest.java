package dev.parley.gateway.request.frame;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.MuteMember;
import dev.parley.contracts.conversation.Post;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.GroupRequest;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.PresenceRequest;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The requests of the frame protocol: the `type` of each, and how its fields become a request.
enum FrameRequest {
  REGISTER(
      "register",
      fields -> new AccountRequest.Register(fields.text("user"), fields.text("password"), true)),
  LOGIN(
      "login",
      fields ->
          new AccountRequest.Login(
              fields.text("user"), fields.text("password"), fields.optionalFlag("takeover"))),
  RESUME(
      "resume",
      fields -> new AccountRequest.Resume(fields.text("token"), fields.cursors("cursors", false))),
  CHANGE_PASSWORD(
      "changePassword",
      fields ->
          new AccountRequest.ChangePassword(
              fields.text("oldPassword"), fields.text("newPassword"))),
  KEYS("keys", _ -> new AccountRequest.Keys()),
  ADD_KEY("addKey", FrameRequest::addKey),
  REMOVE_KEY("removeKey", fields -> new AccountRequest.RemoveKey(fields.text("fingerprint"))),
  DEVICES("devices", fields -> new AccountRequest.Devices(fields.optionalText("user"))),
  LINK_DEVICE(
      "linkDevice",
      fields -> new AccountRequest.LinkDevice(fields.text("link"), fields.optionalFlag("restart"))),
  REQUEST_DEVICE(
      "requestDevice", fields -> new AccountRequest.RequestDevice(fields.text("statement"))),
  ENCRYPT(
      "encrypt",
      fields ->
          new MessageRequest.SetEncryption(
              target(fields.text("conversation")), fields.flag("encrypted"), clientId(fields))),
  LOGOUT("logout", _ -> new AccountRequest.Logout()),
  SEND("send", FrameRequest::send),
  EDIT(
      "edit",
      fields ->
          new MessageRequest.Edit(
              target(fields.text("conversation")),
              fields.number("seq"),
              fields.text("text"),
              clientId(fields))),
  DELETE(
      "delete",
      fields ->
          new MessageRequest.Delete(
              target(fields.text("conversation")), fields.number("seq"), clientId(fields))),
  REACT(
      "react",
      fields ->
          new MessageRequest.React(
              target(fields.text("conversation")),
              fields.number("seq"),
              fields.text("reaction"),
              fields.optionalFlag("remove"),
              clientId(fields))),
  PIN(
      "pin",
      fields ->
          new MessageRequest.Pin(
              target(fields.text("conversation")),
              fields.number("seq"),
              fields.optionalFlag("remove"),
              clientId(fields))),
  HISTORY("history", FrameRequest::history),
  EDITS(
      "edits",
      fields ->
          new MessageRequest.Edits(target(fields.text("conversation")), fields.number("seq"))),
  TRACE(
      "trace",
      fields ->
          new MessageRequest.Trace(target(fields.text("conversation")), fields.number("seq"))),
  PINNED("pinned", fields -> new MessageRequest.Pinned(target(fields.text("conversation")))),
  SEARCH("search", FrameRequest::search),
  CONVERSATIONS("conversations", _ -> new MessageRequest.Conversations()),
  RECEIVED("received", fields -> new MessageRequest.Received(fields.cursors("cursors", true))),
  READ(
      "read",
      fields -> new MessageRequest.Read(target(fields.text("conversation")), fields.number("seq"))),
  CREATE_GROUP("createGroup", FrameRequest::createGroup),
  JOIN_GROUP("joinGroup", fields -> new GroupRequest.JoinGroup(fields.text("group"))),
  LEAVE("leave", fields -> new GroupRequest.LeaveGroup(fields.text("group"))),
  ADD_MEMBERS(
      "addMembers",
      fields ->
          new GroupRequest.AddMembers(fields.text("group"), someone(fields, Integer.MAX_VALUE))),
  REMOVE_MEMBER("removeMember", FrameRequest::removeMember),
  MUTE_MEMBER("muteMember", FrameRequest::muteMember),
  UNMUTE_MEMBER(
      "unmuteMember",
      fields -> new GroupRequest.UnmuteMember(fields.text("group"), fields.text("user"))),
  MEMBERS("members", fields -> new GroupRequest.ListMembers(fields.text("group"))),
  GROUPS("groups", _ -> new GroupRequest.ListGroups()),
  WHO_ELSE("whoElse", _ -> new PresenceRequest.WhoElse()),
  WHO_LAST_HOUR("whoLastHour", _ -> new PresenceRequest.WhoLastHour()),
  PING("ping", fields -> new PresenceRequest.Ping(fields.text("user"))),
  BLOCK("block", fields -> new MessageRequest.Block(fields.text("user"))),
  UNBLOCK("unblock", fields -> new MessageRequest.Unblock(fields.text("user"))),
  AWAY("away", fields -> new PresenceRequest.Away(fields.flag("away"))),
  TYPING("typing", fields -> new PresenceRequest.Typing(target(fields.text("conversation"))));

  private static final int DEFAULT_PAGE = 50;
  private static final int MAX_PAGE = 200;
  private static final int MAX_RESULTS = 50;
  private static final Map<String, FrameRequest> BY_TYPE = byType();

  private final String type;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Function<Fields, Request> reader;

  FrameRequest(String type, Function<Fields, Request> reader) {
    this.type = type;
    this.reader = reader;
  }

  /// {@return the request of a type, or `null` if there is none}
  static @Nullable FrameRequest of(String type) {
    return BY_TYPE.get(type);
  }

  String type() {
    return type;
  }

  /// {@return what the fields ask for; worth nothing if they have a problem}
  Request read(Fields fields) {
    return reader.apply(fields);
  }

  private static Request addKey(Fields fields) {
    String key = fields.text("key");
    String name = fields.optionalText("name");
    return new AccountRequest.AddKey(key, name == null ? "" : name);
  }

  private static Request send(Fields fields) {
    String to = fields.text("to");
    return new MessageRequest.SendMessage(
        target(to),
        fields.text("text"),
        to.equals(ConversationId.LOBBY),
        clientId(fields),
        fields.optionalNumber("replyTo"),
        fields.optionalText("attachment"));
  }

  private static String clientId(Fields fields) {
    String clientId = fields.text("clientId");
    if (clientId.isEmpty()
        || clientId.length() > Post.MAX_CLIENT_MESSAGE_ID_LENGTH
        || clientId.chars().anyMatch(Character::isISOControl)) {
      fields.note("clientId must have 1 to 64 characters");
    }
    return clientId;
  }

  private static Request history(Fields fields) {
    Target target = target(fields.text("conversation"));
    Long before = fields.optionalNumber("before");
    Long after = fields.optionalPosition("after");
    Long around = fields.optionalNumber("around");
    if (Stream.of(before, after, around).filter(Objects::nonNull).count() > 1) {
      fields.note("only one of before, after and around can be there");
    }
    return new MessageRequest.History(target, limit(fields, MAX_PAGE), before, after, around);
  }

  private static Request search(Fields fields) {
    return new MessageRequest.Search(
        fields.text("query"), limit(fields, MAX_RESULTS), fields.optionalText("before"));
  }

  private static int limit(Fields fields, int max) {
    Long limit = fields.optionalNumber("limit");
    if (limit == null) {
      return DEFAULT_PAGE;
    }
    if (limit > max) {
      fields.note("limit must be at most " + max);
    }
    return limit.intValue();
  }

  private static Request createGroup(Fields fields) {
    return new GroupRequest.CreateGroup(fields.text("group"), fields.texts("users"));
  }

  private static Request removeMember(Fields fields) {
    String group = fields.text("group");
    List<String> users = someone(fields, 1);
    return new GroupRequest.RemoveMember(group, users.isEmpty() ? "" : users.getFirst());
  }

  private static Request muteMember(Fields fields) {
    String group = fields.text("group");
    String user = fields.text("user");
    Long minutes = fields.optionalNumber("minutes");
    if (minutes != null && minutes > MuteMember.MAX_MINUTES) {
      fields.note("minutes must be at most " + MuteMember.MAX_MINUTES);
    }
    return new GroupRequest.MuteMember(group, user, minutes == null ? null : minutes.intValue());
  }

  private static List<String> someone(Fields fields, int max) {
    List<String> users = fields.texts("users");
    if (users.isEmpty() || users.size() > max) {
      fields.note("users must name " + (max == 1 ? "one user" : "at least one user"));
    }
    return users;
  }

  private static Target target(String id) {
    return new Target.Conversation(id);
  }

  private static Map<String, FrameRequest> byType() {
    Map<String, FrameRequest> all = new HashMap<>();
    for (FrameRequest each : values()) {
      all.put(each.type, each);
    }
    return Map.copyOf(all);
  }
}

package dev.parley.gateway.request.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.OnlineAccount;
import dev.parley.contracts.delivery.RecentAccount;
import dev.parley.contracts.delivery.SearchResult;
import dev.parley.contracts.delivery.SshKey;
import dev.parley.gateway.door.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// The fields of answers.
final class AnswerJson {
  private AnswerJson() {}

  static void write(JsonGenerator json, Reply reply) throws IOException {
    switch (reply) {
      case Reply.Failed failed -> failed(json, failed);
      case Reply.Registered(String account) -> json.writeStringField("user", account);
      case Reply.Proven(String account) -> json.writeStringField("user", account);
      case Reply.LoggedIn loggedIn -> loggedIn(json, loggedIn);
      case Reply.Posted posted -> {
        stored(json, posted.conversation(), posted.seq(), posted.at());
        EntryJson.attachment(json, posted.attachment());
      }
      case Reply.UploadOffered(_, String address) -> json.writeStringField("address", address);
      case Reply.DownloadOffered(_, String address) -> json.writeStringField("address", address);
      case Reply.Changed changed ->
          stored(json, changed.conversation(), changed.seq(), changed.at());
      case Reply.GroupEntered(String group) -> json.writeStringField("conversation", group);
      case Reply.GroupChanged(_, String group) -> json.writeStringField("conversation", group);
      case Reply.Members members -> members(json, members);
      case Reply.Groups groups ->
          JsonFields.rows(
              json,
              "groups",
              groups.groups(),
              (row, group) -> {
                row.writeStringField("group", group.conversation());
                row.writeNumberField("members", group.members());
              });
      case Reply.Online online ->
          JsonFields.rows(json, "users", online.accounts(), AnswerJson::online);
      case Reply.Recent recent ->
          JsonFields.rows(json, "users", recent.accounts(), AnswerJson::recent);
      case Reply.Pinged pinged -> pinged(json, pinged);
      case Reply.BlockChanged(String account, _) -> json.writeStringField("user", account);
      case Reply.Conversations conversations -> conversations(json, conversations);
      case Reply.History history -> history(json, history);
      case Reply.Pinned pinned -> pinned(json, pinned);
      case Reply.Edits edits -> edits(json, edits);
      case Reply.Traced traced -> traced(json, traced);
      case Reply.Found found -> found(json, found);
      case Reply.Keys keys -> JsonFields.rows(json, "keys", keys.keys(), AnswerJson::key);
      case Reply.Devices devices -> {
        json.writeStringField("user", devices.account());
        JsonFields.texts(json, "links", devices.links());
        JsonFields.texts(json, "waiting", devices.waiting());
      }
      case Reply.Helped _,
          Reply.PasswordChanged _,
          Reply.KeyChanged _,
          Reply.LoggedOut _,
          Reply.Missed _,
          Reply.Muted _,
          Reply.Done _ -> {}
    }
  }

  private static void failed(JsonGenerator json, Reply.Failed failed) throws IOException {
    json.writeStringField("code", failed.code().wireName());
    json.writeStringField("message", failed.message());
    if (failed.detail() > 0) {
      json.writeNumberField("detail", failed.detail());
    }
  }

  private static void loggedIn(JsonGenerator json, Reply.LoggedIn loggedIn) throws IOException {
    json.writeStringField("user", loggedIn.account());
    json.writeStringField("role", loggedIn.role().wireName());
    if (loggedIn.token() != null) {
      json.writeStringField("token", loggedIn.token());
      JsonFields.time(json, "expiresAt", loggedIn.expiresAt());
    }
  }

  private static void members(JsonGenerator json, Reply.Members members) throws IOException {
    JsonFields.texts(json, "members", members.accounts());
    JsonFields.rows(
        json,
        "muted",
        members.muted(),
        (row, muted) -> {
          row.writeStringField("user", muted.account());
          Long until = muted.until();
          if (until != null) {
            JsonFields.time(row, "until", until);
          }
        });
  }

  private static void key(JsonGenerator json, SshKey row) throws IOException {
    json.writeStringField("fingerprint", row.fingerprint());
    json.writeStringField("keyType", row.type());
    json.writeStringField("name", row.name());
    JsonFields.time(json, "addedAt", row.addedAt());
  }

  private static void stored(JsonGenerator json, String conversation, long seq, long at)
      throws IOException {
    json.writeStringField("conversation", conversation);
    json.writeNumberField("seq", seq);
    JsonFields.time(json, "at", at);
  }

  private static void online(JsonGenerator json, OnlineAccount row) throws IOException {
    json.writeStringField("user", row.account());
    json.writeStringField("door", row.door());
    JsonFields.time(json, "since", row.since());
    json.writeStringField("state", Boolean.TRUE.equals(row.away()) ? "away" : "online");
  }

  private static void recent(JsonGenerator json, RecentAccount row) throws IOException {
    json.writeStringField("user", row.account());
    JsonFields.time(json, "lastLogin", row.lastLogin());
    json.writeBooleanField("online", row.online());
  }

  private static void pinged(JsonGenerator json, Reply.Pinged pinged) throws IOException {
    json.writeStringField("user", pinged.account());
    json.writeStringField("state", pinged.state().name().toLowerCase(Locale.ROOT));
    Long lastSeen = pinged.lastSeen();
    if (lastSeen != null) {
      JsonFields.time(json, "lastSeen", lastSeen);
    }
  }

  private static void conversations(JsonGenerator json, Reply.Conversations reply)
      throws IOException {
    JsonFields.rows(json, "conversations", reply.conversations(), AnswerJson::conversation);
    JsonFields.texts(json, "blocked", reply.blocked());
  }

  private static void conversation(JsonGenerator json, ConversationSummary row) throws IOException {
    json.writeStringField("id", row.conversation());
    json.writeStringField("kind", kind(row.conversation()));
    json.writeBooleanField("open", Boolean.TRUE.equals(row.open()));
    json.writeNumberField("members", row.members());
    json.writeNumberField("head", row.head());
    json.writeNumberField("given", row.given());
    json.writeNumberField("read", row.read());
    Integer unread = row.unread();
    Integer mentions = row.mentions();
    json.writeNumberField("unread", unread == null ? 0 : unread);
    json.writeNumberField("mentions", mentions == null ? 0 : mentions);
    Boolean encrypted = row.encrypted();
    if (encrypted != null) {
      json.writeBooleanField("encrypted", encrypted);
    }
  }

  private static String kind(String conversation) {
    if (conversation.equals(ConversationId.LOBBY)) {
      return "lobby";
    }
    return ConversationId.isDirect(conversation) ? "direct" : "group";
  }

  private static void history(JsonGenerator json, Reply.History reply) throws IOException {
    json.writeStringField("conversation", reply.conversation());
    JsonFields.rows(
        json,
        "messages",
        reply.messages(),
        (row, message) -> EntryJson.page(row, message, reply.states().get(message.seq())));
    json.writeBooleanField("more", reply.more());
  }

  private static void pinned(JsonGenerator json, Reply.Pinned reply) throws IOException {
    JsonFields.rows(
        json,
        "messages",
        reply.messages(),
        (row, message) -> EntryJson.page(row, message, reply.states().get(message.seq())));
  }

  private static void edits(JsonGenerator json, Reply.Edits reply) throws IOException {
    JsonFields.rows(
        json,
        "edits",
        reply.edits(),
        (row, edit) -> {
          row.writeNumberField("seq", edit.seq());
          JsonFields.time(row, "at", edit.at());
          row.writeStringField("text", edit.text());
        });
  }

  private static void traced(JsonGenerator json, Reply.Traced reply) throws IOException {
    json.writeStringField("conversation", reply.conversation());
    json.writeNumberField("seq", reply.seq());
    JsonFields.rows(
        json,
        "hops",
        List.copyOf(reply.times().entrySet()),
        (row, hop) -> {
          row.writeStringField("hop", hop.getKey().wireName());
          JsonFields.time(row, "at", hop.getValue());
        });
  }

  private static void found(JsonGenerator json, Reply.Found reply) throws IOException {
    JsonFields.rows(json, "results", reply.results(), AnswerJson::result);
    if (reply.next() != null) {
      json.writeStringField("next", reply.next());
    }
  }

  private static void result(JsonGenerator json, SearchResult row) throws IOException {
    json.writeStringField("conversation", row.conversation());
    EntryJson.page(json, row.message(), row.state());
  }
}

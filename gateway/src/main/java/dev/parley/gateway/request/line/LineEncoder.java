package dev.parley.gateway.request.line;

import dev.parley.contracts.SealedText;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.delivery.Edit;
import dev.parley.contracts.delivery.GroupSummary;
import dev.parley.contracts.delivery.MessageState;
import dev.parley.contracts.delivery.MutedMember;
import dev.parley.contracts.delivery.OnlineAccount;
import dev.parley.contracts.delivery.RecentAccount;
import dev.parley.contracts.delivery.SearchResult;
import dev.parley.contracts.delivery.SshKey;
import dev.parley.gateway.door.EntryEncoder;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.WireTime;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Turns replies, events and entries into lines of UTF-8. Stateless.
public final class LineEncoder implements EntryEncoder {
  /// The one encoder, so that all line connections share encoded entries.
  public static final LineEncoder INSTANCE = new LineEncoder();

  private static final byte[] NOTHING = {};

  private LineEncoder() {}

  /// {@return the lines of a reply}
  ///
  /// @param reply the answer to a request
  public byte[] encode(Reply reply) {
    return bytes(lines(reply));
  }

  /// {@return the line of an event}
  ///
  /// @param event what happened
  public byte[] encode(Event event) {
    return bytes(
        switch (event) {
          case Event.Offline(long messages) -> "* offline " + messages + "\n";
          case Event.Came(String account) -> "* join " + account + "\n";
          case Event.Went(String account) -> "* leave " + account + "\n";
          case Event.Away _, Event.Typing _ -> "";
          case Event.FileOffered offered -> FileLines.event(offered);
          case Event.Notice(_, String text) -> "* notice " + LineText.escape(text) + "\n";
        });
  }

  @Override
  public byte[] encode(String conversation, Entry entry, String reader) {
    return EntryLines.of(conversation, entry, reader).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] separator() {
    return NOTHING;
  }

  @Override
  public int maxJoined() {
    return Integer.MAX_VALUE;
  }

  private static String lines(Reply reply) {
    return switch (reply) {
      case Reply.Failed failed -> failed(failed);
      case Reply.Helped() -> help();
      case Reply.Registered(String account) -> "+ok register " + account + "\n";
      case Reply.Done() -> "+ok\n";
      case Reply.Conversations _ -> "+ok\n";
      case Reply.Devices _ -> "+ok\n";
      case Reply.Proven _ -> "+ok\n";
      case Reply.LoggedIn(String account, _, _, _) -> "+ok login " + account + "\n";
      case Reply.PasswordChanged() -> "+ok password\n";
      case Reply.Keys(List<SshKey> keys) -> listing("keys", keys, LineEncoder::key);
      case Reply.KeyChanged(boolean added) -> "+ok keys " + (added ? "add" : "remove") + "\n";
      case Reply.LoggedOut() -> "+ok logout\n";
      case Reply.Posted posted -> posted(posted);
      case Reply.UploadOffered offered -> listing("file", FileLines.upload(offered), row -> row);
      case Reply.DownloadOffered offered -> listing("get", FileLines.download(offered), row -> row);
      case Reply.GroupEntered(String group) -> "+ok create " + group + "\n";
      case Reply.GroupChanged(Reply.GroupChange change, String group) ->
          "+ok group " + change.name().toLowerCase(Locale.ROOT) + " " + group + "\n";
      case Reply.Members(String group, List<String> accounts, _) ->
          listing("group members " + group, accounts, account -> account);
      case Reply.Muted(String group, List<MutedMember> muted) ->
          listing(
              "group muted " + group,
              muted,
              m -> m.account() + EntryLines.time(" ", m.until(), " -"));
      case Reply.Groups(List<GroupSummary> groups) ->
          listing("grouplist", groups, g -> g.conversation() + " " + g.members());
      case Reply.Online(List<OnlineAccount> accounts) ->
          listing("whoelse", accounts, LineEncoder::online);
      case Reply.Recent(List<RecentAccount> accounts) ->
          listing("wholasthr", accounts, LineEncoder::recent);
      case Reply.Pinged(String account, Reply.Reachability state, _) ->
          "+ok ping " + account + " " + reachability(state) + "\n";
      case Reply.BlockChanged(String account, boolean blocked) ->
          "+ok " + (blocked ? "block " : "unblock ") + account + "\n";
      case Reply.Missed missed -> missed(missed);
      case Reply.History history -> history(history);
      case Reply.Changed changed -> changed(changed);
      case Reply.Pinned pinned -> pinned(pinned);
      case Reply.Edits(List<Edit> edits) -> listing("edits", edits, LineEncoder::edit);
      case Reply.Traced traced -> traced(traced);
      case Reply.Found(String reader, List<SearchResult> results, _) ->
          listing(
              "search",
              results,
              found -> EntryLines.message(found.conversation(), found.message(), reader));
    };
  }

  /// Who is away is here as far as this protocol tells.
  private static String reachability(Reply.Reachability state) {
    return switch (state) {
      case ONLINE, AWAY -> "online";
      case OFFLINE -> "offline";
      case BLOCKED -> "blocked";
    };
  }

  private static String failed(Reply.Failed failed) {
    String figure = failed.detail() > 0 ? failed.detail() + " " : "";
    return "-err " + failed.code().wireName() + " " + figure + failed.message() + "\n";
  }

  private static String help() {
    return listing("help", List.of(LineCommand.values()), c -> c.usage() + "  -  " + c.meaning());
  }

  private static String posted(Reply.Posted posted) {
    String verb = posted.broadcast() ? "broadcast " : "message ";
    String target = EntryLines.target(posted.conversation(), posted.reader());
    return "+ok " + verb + target + " " + posted.seq() + "\n";
  }

  private static String missed(Reply.Missed missed) {
    List<String> rows =
        missed.conversations().stream().flatMap(c -> rows(c, missed.reader())).toList();
    return listing("offline", rows, row -> row);
  }

  private static java.util.stream.Stream<String> rows(ConversationEntries entries, String reader) {
    return entries.entries().stream()
        .map(e -> EntryLines.message(entries.conversation(), e, reader));
  }

  /// Withdrawn messages are left out: there is nothing to read of them.
  private static String history(Reply.History history) {
    return listing(
        "history " + EntryLines.target(history.conversation(), history.reader()),
        history.messages().stream().filter(e -> !isDeleted(e, history.states())).toList(),
        EntryLines::row);
  }

  private static boolean isDeleted(Entry message, Map<Long, MessageState> states) {
    MessageState state = states.get(message.seq());
    return state != null && state.deleted();
  }

  private static String pinned(Reply.Pinned pinned) {
    return listing(
        "pinned " + EntryLines.target(pinned.conversation(), pinned.reader()),
        pinned.messages(),
        EntryLines::row);
  }

  private static String traced(Reply.Traced traced) {
    return listing(
        "trace " + EntryLines.target(traced.conversation(), traced.reader()) + " " + traced.seq(),
        List.copyOf(traced.times().entrySet()),
        hop -> hop.getKey().wireName() + " " + WireTime.format(hop.getValue()));
  }

  private static String edit(Edit edit) {
    return edit.seq()
        + " "
        + WireTime.format(edit.at())
        + " "
        + LineText.escape(SealedText.shown(edit.text()));
  }

  private static String changed(Reply.Changed changed) {
    String verb =
        switch (changed.change()) {
          case EDITED -> "edit";
          case DELETED -> "delete";
          case REACTED -> "react";
          case UNREACTED -> "unreact";
          case PINNED -> "pin";
          case UNPINNED -> "unpin";
          case MESSAGE, ADDED, JOINED, REMOVED, LEFT -> throw noChange(changed.change());
          case MUTED, UNMUTED, ENCRYPTED, UNENCRYPTED -> throw noChange(changed.change());
          case ADDED_TO, REMOVED_FROM, BLOCKED, UNBLOCKED -> throw noChange(changed.change());
        };
    String target = EntryLines.target(changed.conversation(), changed.reader());
    return "+ok " + verb + " " + target + " " + changed.seq() + "\n";
  }

  private static IllegalArgumentException noChange(EntryKind kind) {
    return new IllegalArgumentException("no change to a message: " + kind);
  }

  private static String key(SshKey key) {
    String row = key.fingerprint() + " " + key.type() + " " + WireTime.format(key.addedAt());
    return key.name().isEmpty() ? row : row + " " + LineText.escape(key.name());
  }

  private static String online(OnlineAccount row) {
    return row.account() + " " + row.door() + " " + WireTime.format(row.since());
  }

  private static String recent(RecentAccount row) {
    return row.account()
        + " "
        + WireTime.format(row.lastLogin())
        + (row.online() ? " online" : " offline");
  }

  private static <T> String listing(String verb, List<T> rows, Function<T, String> row) {
    StringBuilder lines = new StringBuilder();
    lines.append("+ok ").append(verb).append(' ').append(rows.size()).append('\n');
    rows.forEach(each -> lines.append("= ").append(row.apply(each)).append('\n'));
    return lines.toString();
  }

  private static byte[] bytes(String lines) {
    return lines.getBytes(StandardCharsets.UTF_8);
  }
}

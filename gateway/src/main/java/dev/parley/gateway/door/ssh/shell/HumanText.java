package dev.parley.gateway.door.ssh.shell;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.SealedText;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.delivery.SearchResult;
import dev.parley.gateway.door.EntryEncoder;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.line.FileLines;
import dev.parley.gateway.request.line.LineEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/// Says what happened in lines for people: `14:03 #team 12 alice: text`, times as the server's
/// clock has them. An empty text says nothing. Stateless.
final class HumanText implements EntryEncoder {
  private static final byte[] NOTHING = {};
  private static final HumanText COLOURED = usual(true);
  private static final HumanText BARE = usual(false);

  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter BEFORE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  private final Looks looks;
  private final InstantSource clock;
  private final ZoneId zone;

  HumanText(Looks looks, InstantSource clock, ZoneId zone) {
    this.looks = looks;
    this.clock = clock;
    this.zone = zone;
  }

  /// {@return the one text with colours or the one without, so that readers share what is encoded}
  static HumanText of(boolean colours) {
    return colours ? COLOURED : BARE;
  }

  private static HumanText usual(boolean colours) {
    return new HumanText(new Looks(colours), InstantSource.system(), ZoneId.systemDefault());
  }

  @Override
  public byte[] encode(String conversation, Entry entry, String reader) {
    return entry(conversation, entry, reader).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] separator() {
    return NOTHING;
  }

  @Override
  public int maxJoined() {
    return Integer.MAX_VALUE;
  }

  /// {@return the line of who came and went, or nothing}
  String arrivals(String told) {
    return told.isEmpty() ? "" : looks.dim("* " + told) + "\n";
  }

  /// {@return the lines of an entry}
  String entry(String conversation, Entry entry, String reader) {
    String author = looks.author(entry.author());
    String where = head(conversation, entry, reader);
    return switch (entry.kind()) {
      case MESSAGE -> where + author + answered(entry) + ": " + text(entry) + "\n";
      case EDITED -> where + author + " changed " + entry.target() + ": " + text(entry) + "\n";
      case DELETED -> where + author + " withdrew " + entry.target() + "\n";
      case REACTED -> where + author + " reacted to " + entry.target() + ": " + text(entry) + "\n";
      case UNREACTED ->
          where + author + " took back " + text(entry) + " from " + entry.target() + "\n";
      case PINNED -> where + author + " pinned " + entry.target() + "\n";
      case UNPINNED -> where + author + " unpinned " + entry.target() + "\n";
      case ENCRYPTED -> where + author + " switched encryption on\n";
      case UNENCRYPTED -> where + author + " switched encryption off\n";
      case ADDED -> where + author + " added " + subject(entry) + "\n";
      case REMOVED -> where + author + " removed " + subject(entry) + "\n";
      case MUTED -> where + author + " muted " + subject(entry) + until(entry) + "\n";
      case UNMUTED -> where + author + " unmuted " + subject(entry) + "\n";
      case JOINED -> where + subject(entry) + " joined\n";
      case LEFT -> where + subject(entry) + " left\n";
      case ADDED_TO -> membership(entry, " added you to ");
      case REMOVED_FROM -> membership(entry, " removed you from ");
      case BLOCKED, UNBLOCKED -> "";
    };
  }

  /// {@return the line of an event; came and went are told by [Arrivals]}
  String event(Event event) {
    return switch (event) {
      case Event.Offline(long messages) ->
          messages == 0 ? "" : looks.dim("-- waiting for you: " + messages) + "\n";
      case Event.FileOffered offered ->
          looks.dim("  file of %d bytes: ".formatted(offered.file().size()))
              + FileLines.getting(offered.address())
              + "\n";
      case Event.Notice(_, String text) -> looks.dim("* " + text) + "\n";
      case Event.Came _, Event.Went _, Event.Away _, Event.Typing _ -> "";
    };
  }

  /// {@return the lines of an answer}
  String reply(Reply reply) {
    return switch (reply) {
      case Reply.Failed failed -> looks.wrong("! " + failed.message()) + "\n";
      case Reply.Posted(String id, String reader, _, long seq, _, _) ->
          looks.dim("  " + target(id, reader) + " " + seq) + "\n";
      case Reply.History history ->
          messages(history.conversation(), history.messages(), history.reader());
      case Reply.Pinned pinned ->
          messages(pinned.conversation(), pinned.messages(), pinned.reader());
      case Reply.Missed(String reader, List<ConversationEntries> conversations) ->
          orNothing(
              conversations.stream()
                  .map(each -> lines(each.conversation(), each.entries(), reader))
                  .collect(Collectors.joining()));
      case Reply.Found(String reader, List<SearchResult> results, _) ->
          orNothing(
              results.stream()
                  .map(each -> entry(each.conversation(), each.message(), reader))
                  .collect(Collectors.joining()));
      default -> plain(reply);
    };
  }

  private String messages(String conversation, List<Entry> messages, String reader) {
    return orNothing(lines(conversation, messages, reader));
  }

  private String lines(String conversation, List<Entry> messages, String reader) {
    return messages.stream()
        .map(each -> entry(conversation, each, reader))
        .collect(Collectors.joining());
  }

  /// Other answers read well enough as the line protocol has them, without its signs.
  private String plain(Reply reply) {
    String lines = new String(LineEncoder.INSTANCE.encode(reply), StandardCharsets.UTF_8);
    List<String> rows =
        lines.lines().filter(line -> line.startsWith("= ")).map(line -> line.substring(2)).toList();
    if (!rows.isEmpty()) {
      return looks.written(String.join("\n", rows)).replace("\n      ", "\n") + "\n";
    }
    String answer = lines.startsWith("+ok ") ? lines.substring(4) : lines;
    return looks.dim(answer.strip()) + "\n";
  }

  private String orNothing(String lines) {
    return lines.isEmpty() ? looks.dim("  nothing") + "\n" : lines;
  }

  private String head(String conversation, Entry entry, String reader) {
    return looks.dim(time(entry.at()))
        + " "
        + target(conversation, reader)
        + " "
        + looks.dim(Long.toString(entry.seq()))
        + " ";
  }

  private String membership(Entry entry, String what) {
    String group = subject(entry);
    return ConversationId.isGroup(group)
        ? looks.dim("* " + entry.author() + what + group) + "\n"
        : "";
  }

  private String answered(Entry entry) {
    return entry.target() == null ? "" : looks.dim(" (re " + entry.target() + ")");
  }

  private String text(Entry entry) {
    String text = entry.text();
    return text == null ? "" : looks.written(SealedText.shown(text));
  }

  private static String subject(Entry entry) {
    String subject = entry.subject();
    return subject == null ? "" : subject;
  }

  private String until(Entry mute) {
    Long end = mute.mutedUntil();
    return end == null ? "" : " until " + time(end);
  }

  private String time(long at) {
    ZonedDateTime when = Instant.ofEpochMilli(at).atZone(zone);
    boolean today = when.toLocalDate().equals(LocalDate.ofInstant(clock.instant(), zone));
    return when.format(today ? TODAY : BEFORE);
  }

  /// {@return the conversation as its reader addresses it}
  static String target(String conversation, String reader) {
    return ConversationId.isDirect(conversation)
        ? "@" + ConversationId.other(conversation, reader)
        : conversation;
  }
}

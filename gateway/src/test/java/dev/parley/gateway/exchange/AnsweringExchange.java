package dev.parley.gateway.exchange;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.auth.CheckToken;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.FileFound;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.presence.PresenceRecord;
import dev.parley.contracts.presence.Typing;
import dev.parley.contracts.query.CheckFile;
import dev.parley.contracts.query.FetchFile;
import dev.parley.contracts.query.QueryRecord;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An exchange whose services answer at once: whose tokens are good, and who may have which file.
public final class AnsweringExchange implements RecordPublisher {
  private final Exchange exchange = new Exchange("gw", this, Duration.ofSeconds(5), 100);
  private final Set<String> closed = ConcurrentHashMap.newKeySet();
  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private volatile Function<FetchFile, @Nullable ErrorCode> files = _ -> null;
  private volatile Function<CheckFile, @Nullable ErrorCode> messages = _ -> null;
  private volatile @Nullable ErrorCode postRefusal;

  public Exchange exchange() {
    return exchange;
  }

  /// Sets who may have what: a file is given where the rule gives `null`, else refused so.
  public void answerFetch(Function<FetchFile, @Nullable ErrorCode> rule) {
    files = rule;
  }

  /// Sets which messages have their files: one has where the rule gives `null`, else it is refused
  /// so.
  public void answerCheck(Function<CheckFile, @Nullable ErrorCode> rule) {
    messages = rule;
  }

  /// From here on posts are refused so, or taken again if `null`.
  public void failPosts(@Nullable ErrorCode refusal) {
    postRefusal = refusal;
  }

  /// From here on the account's tokens are good no more.
  public void close(String account) {
    closed.add(account);
  }

  @Override
  public void toAuth(AuthRecord record, Failed failed) {
    if (record instanceof CheckToken check) {
      long number = check.replyTo().request();
      answer(
          closed.contains(check.account())
              ? new Refused(number, ErrorCode.BAD_CREDENTIALS, "no", 0)
              : new Done(number));
    }
  }

  @Override
  public void toQueries(String session, QueryRecord record, Failed failed) {
    switch (record) {
      case FetchFile fetch -> answer(fetch.replyTo(), fetch.file(), files.apply(fetch));
      case CheckFile check -> answer(check.replyTo(), check.file(), messages.apply(check));
      default -> {}
    }
  }

  private void answer(ReplyTo to, String file, @Nullable ErrorCode refusal) {
    answer(
        refusal == null
            ? new FileFound(
                to.request(), 1, new Attachment(file, "a", 1, "text/plain", "0".repeat(64)))
            : new Refused(to.request(), refusal, "no", 0));
  }

  private void answer(Reply reply) {
    LoopTurns turns = new LoopTurns();
    exchange.onReply(reply, turns);
    turns.run();
  }

  @Override
  public void toPresence(String account, PresenceRecord record, Failed failed) {}

  @Override
  public void toPresenceEvents(Typing typing) {}

  @Override
  public void toAllPresence(PresenceRecord record) {}

  @Override
  public void toConversation(
      String conversation,
      ConversationRecord record,
      Failed failed,
      @Nullable Publishing followed) {
    if (record instanceof Post post && post.replyTo() != null) {
      posts.add(post);
      ErrorCode refusal = postRefusal;
      if (refusal != null) {
        answer(new Refused(post.replyTo().request(), refusal, "no", 0));
        return;
      }
      LoopTurns turns = new LoopTurns();
      exchange.onAcknowledged(new Acknowledged(post.replyTo().request(), 7, 1), turns);
      turns.run();
    }
  }

  /// {@return what was posted}
  public List<Post> posts() {
    return posts;
  }

  @Override
  public void toPartition(int partition, ConversationRecord record, Failed failed) {}

  @Override
  public int partitionOf(String conversation) {
    return 0;
  }

  @Override
  public void close() {}
}

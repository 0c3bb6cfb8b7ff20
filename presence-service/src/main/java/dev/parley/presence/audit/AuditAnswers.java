package dev.parley.presence.audit;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.delivery.AuditPage;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.presence.FetchAudit;
import dev.parley.presence.audit.AuditReader.Placed;
import dev.parley.presence.effect.EffectPublisher;
import dev.parley.presence.effect.Effects;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Answers administrators who read the trail, one after the other on a thread of its own: looking
/// through a long trail must not hold up logins. Who comes while eight wait is told `unavailable`.
@Singleton
public final class AuditAnswers {
  private static final int MAX_WAITING = 8;
  private static final int MAX_PAGE = 1_000;

  private final AuditReader reader;
  private final EffectPublisher publisher;
  private final ExecutorService thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().name("audit-reader").daemon().factory());

  AuditAnswers(AuditReader reader, EffectPublisher publisher) {
    this.reader = reader;
    this.publisher = publisher;
  }

  /// Has a question answered.
  ///
  /// @param question what was asked
  public void answer(FetchAudit question) {
    try {
      thread.execute(() -> publish(question, look(question)));
    } catch (RejectedExecutionException _) {
      publish(question, refused(question, ErrorCode.UNAVAILABLE, "busy, try again in a moment"));
    }
  }

  private Reply look(FetchAudit question) {
    AuditPosition before = null;
    if (question.before() != null) {
      Optional<AuditPosition> position = AuditPosition.parse(question.before());
      if (position.isEmpty()) {
        return refused(question, ErrorCode.BAD_COMMAND, "before must be the next of a page");
      }
      before = position.get();
    }
    AuditFilter filter =
        new AuditFilter(
            question.about(), question.action(), question.from(), question.to(), before);
    int limit = Math.clamp(question.limit(), 1, MAX_PAGE);
    try {
      return page(question, reader.read(filter, limit + 1), limit);
    } catch (TemporaryFaultException e) {
      Log.warnf("audit trail not read cause=%s", e.getCause());
      return refused(
          question,
          ErrorCode.UNAVAILABLE,
          "the trail cannot be read in time; ask for a shorter span of time");
    }
  }

  private static Reply page(FetchAudit question, List<Placed> found, int limit) {
    List<Placed> page = found.stream().limit(limit).toList();
    String next = found.size() > limit ? page.getLast().position().toString() : null;
    return new AuditPage(
        question.replyTo().request(), page.stream().map(Placed::row).toList(), next);
  }

  private static Reply refused(FetchAudit question, ErrorCode code, String message) {
    return new Refused(question.replyTo().request(), code, message, 0);
  }

  /// Lost, the asker is told "unavailable" by its gateway.
  private void publish(FetchAudit question, Reply reply) {
    Effects effects = new Effects();
    effects.reply(question.replyTo(), reply);
    publisher
        .publish(effects)
        .exceptionally(failure -> {
          Log.warnf("audit answer lost correlation=%s cause=%s", question.replyTo(), failure);
          return null;
        });
  }

  @PreDestroy
  void close() {
    thread.shutdownNow();
  }
}

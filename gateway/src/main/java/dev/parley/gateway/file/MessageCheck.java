package dev.parley.gateway.file;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.delivery.FileFound;
import dev.parley.contracts.query.CheckFile;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
import java.util.concurrent.CompletionException;

/// Asks routing-service whether the message that claimed a file is in the log. Waits for the
/// answer; safe for use by many threads.
public final class MessageCheck {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks routing-service
  public MessageCheck(Exchange exchange) {
    this.exchange = exchange;
  }

  /// What is known of a message.
  enum Answer {
    /// It has the file.
    THERE,
    /// It was withdrawn, or never came.
    GONE,
    /// Not even its conversation is there: so it is after a restore, and while a database is empty
    /// that should not be.
    UNKNOWN,
    /// Nobody answered.
    UNCLEAR
  }

  /// {@return whether the message has the file}
  ///
  /// @param file the file
  /// @param claim the message
  Answer ask(StoredFile file, StoredFile.Claim claim) {
    try {
      FileFound _ =
          exchange
              .askQuery(
                  Runnable::run,
                  "files-" + file.owner(),
                  FileFound.class,
                  replyTo ->
                      new CheckFile(
                          file.owner(),
                          claim.conversation(),
                          claim.clientMessageId(),
                          file.id(),
                          replyTo))
              .join();
      return Answer.THERE;
    } catch (CompletionException e) {
      return e.getCause() instanceof RequestFailedException refused
          ? answer(refused.code())
          : Answer.UNCLEAR;
    }
  }

  private static Answer answer(ErrorCode code) {
    return switch (code) {
      case NO_SUCH_FILE -> Answer.GONE;
      case NO_SUCH_GROUP -> Answer.UNKNOWN;
      default -> Answer.UNCLEAR;
    };
  }
}

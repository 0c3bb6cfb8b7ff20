package dev.parley.gateway.file;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.gateway.exchange.RequestFailedException;
import io.quarkus.logging.Log;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Claims of files for messages on their way to the log, for callers that must not wait.
public final class FileClaims {
  private final Attachments attachments;
  private final Executor workers;

  /// Works through these.
  ///
  /// @param attachments binds files to messages
  /// @param workers run what waits
  public FileClaims(Attachments attachments, Executor workers) {
    this.attachments = attachments;
    this.workers = workers;
  }

  /// A message that wants a file.
  ///
  /// @param author handle
  /// @param conversation conversation id
  /// @param clientMessageId what the author calls it
  public record Message(String author, String conversation, String clientMessageId) {}

  /// Claims a file; see [Attachments#claim].
  ///
  /// @param file id of the file
  /// @param message who wants it
  /// @return completes on a worker; fails with a [RequestFailedException]
  public CompletableFuture<Attachment> claim(String file, Message message) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return attachments.claim(
                message.author, file, message.conversation, message.clientMessageId);
          } catch (StoreFaultException e) {
            Log.errorf(e, "file store fault");
            throw new RequestFailedException(
                ErrorCode.UNAVAILABLE, "files are out of reach now; try again");
          } catch (WrongHashException e) {
            throw new RequestFailedException(ErrorCode.BAD_COMMAND, String.valueOf(e.getMessage()));
          }
        },
        workers);
  }

  /// Takes note of what became of the message. One of which nobody knows keeps its file: it is
  /// asked for before the file is swept.
  ///
  /// @param file id of the file
  /// @param message who wanted it
  /// @param failure why the message is not in the log, or `null` if it is
  public void settle(String file, Message message, @Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause == null) {
      later(() -> attachments.attached(file, message.conversation, message.clientMessageId));
    } else if (cause instanceof RequestFailedException refused
        && refused.code() != ErrorCode.UNAVAILABLE
        && refused.code() != ErrorCode.INTERNAL) {
      later(() -> attachments.release(file, message.conversation, message.clientMessageId));
    }
  }

  private void later(Runnable note) {
    workers.execute(() -> {
      try {
        note.run();
      } catch (StoreFaultException e) {
        Log.warnf("note of a file not made cause=%s", e.getMessage());
      }
    });
  }
}

package dev.parley.gateway.file.kafka;

import dev.parley.contracts.consumer.BatchHandler;
import dev.parley.contracts.consumer.Received;
import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.file.FileRecord;
import dev.parley.contracts.file.FileWithdrawn;
import dev.parley.gateway.file.Attachments;
import dev.parley.gateway.file.StoreFaultException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Removes the files of withdrawn messages. A record that comes again finds nothing to remove; one
/// that cannot be dealt with now comes again, and those behind it wait.
public final class WithdrawnFiles implements BatchHandler<FileRecord> {
  private final Attachments attachments;

  /// Works through this.
  ///
  /// @param attachments removes files
  public WithdrawnFiles(Attachments attachments) {
    this.attachments = attachments;
  }

  @Override
  public CompletableFuture<?> onBatch(List<Received<FileRecord>> batch) {
    try {
      for (Received<FileRecord> each : batch) {
        switch (each.record()) {
          case FileWithdrawn(String file, String conversation) ->
              attachments.withdraw(file, conversation);
        }
      }
    } catch (StoreFaultException e) {
      throw new TemporaryFaultException("a withdrawn file cannot be removed", e);
    }
    return CompletableFuture.completedFuture(null);
  }
}

package dev.parley.routing.delivery;

import dev.parley.contracts.audit.AuditBatch;
import dev.parley.contracts.conversation.Inform;
import dev.parley.contracts.file.FileWithdrawn;
import java.util.concurrent.CompletableFuture;

/// Writes effects to the log. Records for one gateway, and for one inbox, arrive in the order of
/// the calls. Safe for use by many threads.
public interface Publisher {
  /// Writes to a gateway's own topic. A gateway that is gone is no failure: it is passed over.
  ///
  /// @param outgoing record and gateway
  /// @return completes when the record is acknowledged or its gateway found gone; fails if it is to
  ///   be sent again
  CompletableFuture<Void> toGateway(Outgoing outgoing);

  /// Asks for an inbox entry.
  ///
  /// @param inform the entry
  /// @return completes when the record is acknowledged; fails if it is to be sent again
  CompletableFuture<Void> inform(Inform inform);

  /// Writes to the audit.
  ///
  /// @param batch what happened
  /// @return completes when the record is acknowledged; fails if it is to be sent again
  CompletableFuture<Void> audit(AuditBatch batch);

  /// Tells the gateways that a file is to go.
  ///
  /// @param file which
  /// @return completes when the record is acknowledged; fails if it is to be sent again
  CompletableFuture<Void> withdraw(FileWithdrawn file);
}

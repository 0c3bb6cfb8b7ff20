package dev.parley.presence.postgres;

import dev.parley.contracts.consumer.TemporaryFaultException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;

/// Runs Panache work in a transaction of its own. Safe for use by many threads.
///
/// What goes this way holds nothing that the database could refuse, so every failure counts as one
/// that may pass.
final class PanacheTransactions {

  private PanacheTransactions() {}

  static <R> R call(Supplier<R> work) {
    try {
      return QuarkusTransaction.requiringNew().call(work::get);
    } catch (RuntimeException e) {
      throw new TemporaryFaultException("database", e);
    }
  }
}

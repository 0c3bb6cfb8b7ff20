package dev.parley.auth.postgres;

import dev.parley.contracts.consumer.TemporaryFaultException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/// Runs work in a transaction of its own, and tells a database that is away from a fault of ours.
@Singleton
final class Database {
  <T> T call(Supplier<T> work) {
    try {
      return QuarkusTransaction.requiringNew().call(work::get);
    } catch (RuntimeException e) {
      if (DatabaseFaults.isTemporary(e)) {
        throw new TemporaryFaultException(
            "database out of reach: " + DatabaseFaults.rootMessage(e), e);
      }
      throw e;
    }
  }

  void run(Runnable work) {
    call(() -> {
      work.run();
      return true;
    });
  }
}

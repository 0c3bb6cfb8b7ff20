package dev.parley.auth.kafka;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Runs work on virtual threads: the work of one account in the order given, that of others beside
/// it.
///
/// Holds no more than the poll loop has in flight, which is bounded: 4 batches of 64 records. Work
/// is given by one thread, that of the loop.
final class AccountLanes implements AutoCloseable {
  private final Map<String, CompletableFuture<?>> last = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lane-", 0).factory());

  /// Runs work after all earlier work of the account.
  ///
  /// @param account whose lane
  /// @param work what to do
  /// @return its result
  <T> CompletableFuture<T> run(String account, Supplier<T> work) {
    CompletableFuture<?> before = last.get(account);
    CompletableFuture<T> result =
        before == null
            ? CompletableFuture.supplyAsync(work, threads)
            : before.handleAsync((_, _) -> work.get(), threads);
    last.put(account, result);
    CompletableFuture<?> _ = result.whenComplete((_, _) -> last.remove(account, result));
    return result;
  }

  /// {@return number of accounts with work to do}
  int size() {
    return last.size();
  }

  /// Waits for all work to end.
  @Override
  public void close() {
    threads.close();
  }
}

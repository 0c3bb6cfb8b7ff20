package dev.parley.contracts.consumer;

import dev.parley.contracts.auth.AccountRecord;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/// Notes what it is told, and answers each batch as the test has laid down; else it is done at
/// once.
final class RecordingHandler implements BatchHandler<AccountRecord> {
  private final List<List<Received<AccountRecord>>> batches = new CopyOnWriteArrayList<>();
  private final List<String> ownership = new CopyOnWriteArrayList<>();
  private final Deque<Function<List<String>, CompletableFuture<?>>> answers =
      new ConcurrentLinkedDeque<>();
  private volatile Function<List<String>, CompletableFuture<?>> otherwise =
      _ -> CompletableFuture.completedFuture(null);

  /// Lays down the answer to the first batch that has none yet.
  RecordingHandler answering(Function<List<String>, CompletableFuture<?>> answer) {
    answers.add(answer);
    return this;
  }

  /// Lays down an answer that the test completes.
  CompletableFuture<Void> answeringLater() {
    CompletableFuture<Void> effects = new CompletableFuture<>();
    answers.add(_ -> effects);
    return effects;
  }

  /// Lays down the answer to all batches without one of their own.
  void answeringAlways(Function<List<String>, CompletableFuture<?>> answer) {
    otherwise = answer;
  }

  /// {@return the accounts of each batch}
  List<List<String>> batches() {
    return batches.stream().map(RecordingHandler::accounts).toList();
  }

  /// {@return the accounts of all batches}
  List<String> handled() {
    return batches().stream().flatMap(List::stream).toList();
  }

  List<Received<AccountRecord>> received() {
    return batches.stream().flatMap(List::stream).toList();
  }

  /// {@return what it was told of partitions, such as `assigned 0`}
  List<String> ownership() {
    return ownership;
  }

  @Override
  public CompletableFuture<?> onBatch(List<Received<AccountRecord>> batch) {
    batches.add(List.copyOf(batch));
    Function<List<String>, CompletableFuture<?>> answer = answers.poll();
    return (answer == null ? otherwise : answer).apply(accounts(batch));
  }

  @Override
  public void onAssigned(Collection<TopicPartition> partitions) {
    partitions.forEach(each -> ownership.add("assigned " + each.partition()));
  }

  @Override
  public void onRevoked(Collection<TopicPartition> partitions) {
    partitions.forEach(each -> ownership.add("revoked " + each.partition()));
  }

  private static List<String> accounts(List<Received<AccountRecord>> batch) {
    return batch.stream().map(each -> each.record().account()).toList();
  }
}

package dev.parley.contracts.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/// Hands records to their handler, and finds those that it cannot handle: a batch that fails is
/// handed over again record by record, and a record that fails alone is poison.
///
/// @param <T> the records of the topic
final class HandOver<T> {
  private static final System.Logger LOG = System.getLogger(HandOver.class.getName());

  private final String topic;
  private final BatchHandler<T> handler;

  HandOver(String topic, BatchHandler<T> handler) {
    this.topic = topic;
    this.handler = handler;
  }

  /// Hands over a batch, or where that fails each of its records.
  ///
  /// @param batch what was read; records that the handler rejects are added to its rejected ones
  /// @param polled the same as it came
  /// @return what completes when the effects are acknowledged
  /// @throws TemporaryFaultException if the batch is to be handled again later
  List<CompletableFuture<?>> batch(
      RecordReader.Batch<T> batch, ConsumerRecords<String, byte[]> polled) {
    List<CompletableFuture<?>> effects = new ArrayList<>();
    try {
      if (!batch.records().isEmpty()) {
        effects.add(handler.onBatch(batch.records()));
      }
    } catch (TemporaryFaultException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "batch failed, isolating its records topic=" + topic, e);
      oneByOne(batch, polled, effects);
    }
    return effects;
  }

  private void oneByOne(
      RecordReader.Batch<T> batch,
      ConsumerRecords<String, byte[]> polled,
      List<CompletableFuture<?>> effects) {
    for (Received<T> record : batch.records()) {
      try {
        effects.add(handler.onBatch(List.of(record)));
      } catch (TemporaryFaultException e) {
        throw e;
      } catch (RuntimeException e) {
        batch.rejected().add(new RecordReader.Rejected(raw(polled, record), reason(e)));
      }
    }
  }

  private static ConsumerRecord<String, byte[]> raw(
      ConsumerRecords<String, byte[]> polled, Received<?> record) {
    return polled.records(record.source()).stream()
        .filter(raw -> raw.offset() == record.offset())
        .findFirst()
        .orElseThrow();
  }

  /// What was thrown and where; its message may quote the record.
  private static String reason(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}

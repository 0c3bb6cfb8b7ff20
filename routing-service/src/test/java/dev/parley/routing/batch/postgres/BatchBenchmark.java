package dev.parley.routing.batch.postgres;

import com.sun.management.OperatingSystemMXBean;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.audit.AuditBatch;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.Decoded;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.conversation.Inform;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.conversation.Subscribe;
import dev.parley.contracts.file.FileWithdrawn;
import dev.parley.routing.batch.Engine;
import dev.parley.routing.batch.Log;
import dev.parley.routing.conversation.LogRecord;
import dev.parley.routing.delivery.Outgoing;
import dev.parley.routing.delivery.Publisher;
import io.agroal.api.AgroalDataSource;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// Measures how many posts a second go through the transaction of a batch, against a PostgreSQL
/// that keeps what it commits. Everything of a batch is there but Kafka itself: decoding, rules,
/// insert, fence, fan-out to one gateway, encoding.
///
/// Prints for each batch size the rows a second, the processor time of this JVM for each row, and
/// the median and 99th percentile of a batch. Arguments: seconds for each size (5), directs (2000).
public final class BatchBenchmark {
  private static final String GATEWAY = "bench";
  private static final String TEXT = "x".repeat(100);

  private final Engine engine;
  private final Log log = new Log();
  private final List<String> directs;
  private final Random random = new Random(1);
  private long number;

  private BatchBenchmark(Engine engine, List<String> directs) {
    this.engine = engine;
    this.directs = directs;
  }

  /// Runs the measurement.
  ///
  /// @param arguments seconds for each size, number of direct conversations
  public static void main(String[] arguments) {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
    try (AgroalDataSource dataSource = TestDatabase.start(true)) {
      run(dataSource, seconds, count);
    }
  }

  private static void run(AgroalDataSource dataSource, int seconds, int count) {
    Engine engine = new Engine(new JdbcStorage(dataSource), new EncodingPublisher());
    List<String> directs =
        IntStream.range(0, count)
            .mapToObj(i -> ConversationId.direct("alice" + i, "bob" + i))
            .toList();
    IntStream.range(0, count).forEach(i -> engine.withAccounts("alice" + i, "bob" + i));
    BatchBenchmark benchmark = new BatchBenchmark(engine, directs);
    benchmark.subscribe();
    benchmark.measure(500, Duration.ofSeconds(seconds * 2L), "warm-up");
    for (int size : List.of(1, 10, 50, 500)) {
      benchmark.measure(size, Duration.ofSeconds(seconds), "batch of " + size);
    }
  }

  private void subscribe() {
    directs.forEach(direct -> engine.process(log, new Subscribe(GATEWAY, Map.of(direct, 0L))));
  }

  private void measure(int size, Duration duration, String title) {
    List<Long> nanos = new ArrayList<>();
    long rows = 0;
    long cpu = cpuNanos();
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end) {
      List<LogRecord> batch = batch(size);
      long start = System.nanoTime();
      engine.process(batch).join();
      nanos.add(System.nanoTime() - start);
      rows += size;
    }
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        "%-14s %,9d rows/s  %5.1f us cpu/row  p50 %6.2f ms  p99 %6.2f ms%n",
        title,
        rows * 1_000_000_000L / Arrays.stream(sorted).sum(),
        (cpuNanos() - cpu) / 1_000.0 / rows,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6);
  }

  /// Decoding is part of the way, so each record is made from its bytes.
  private List<LogRecord> batch(int size) {
    ConversationRecord[] records = new ConversationRecord[size];
    for (int i = 0; i < size; i++) {
      String direct = directs.get(random.nextInt(directs.size()));
      String sender = ConversationId.directMembers(direct).get(random.nextInt(2));
      ReplyTo replyTo = new ReplyTo(GATEWAY, number);
      Post post = new Post(direct, sender, "m" + number++, TEXT, replyTo);
      byte[] bytes = Codecs.CONVERSATIONS.encode(post);
      records[i] =
          ((Decoded.Known<ConversationRecord>) Codecs.CONVERSATIONS.decode(bytes)).record();
    }
    return log.write(records);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static final class EncodingPublisher implements Publisher {
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    @Override
    public CompletableFuture<Void> toGateway(Outgoing outgoing) {
      Codecs.GATEWAY.encode(outgoing.record());
      return DONE;
    }

    @Override
    public CompletableFuture<Void> inform(Inform inform) {
      Codecs.CONVERSATIONS.encode(inform);
      return DONE;
    }

    @Override
    public CompletableFuture<Void> audit(AuditBatch batch) {
      Codecs.AUDIT.encode(batch);
      return DONE;
    }

    @Override
    public CompletableFuture<Void> withdraw(FileWithdrawn file) {
      Codecs.FILES.encode(file);
      return DONE;
    }
  }
}

package dev.parley.routing.rebuild;

import dev.parley.routing.batch.BatchProcessor;
import dev.parley.routing.search.IndexStore;
import dev.parley.routing.search.IndexStore.Candidate;
import dev.parley.routing.search.IndexStore.Indexed;
import dev.parley.routing.search.SearchConfig;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.List;

/// Applies the whole log to empty tables, then indexes all messages.
///
/// What a record does follows from the log and the configuration alone, so the same log gives the
/// same tables; the numbers of conversations, which nobody sees, may differ.
@Singleton
public final class Rebuild {
  private static final int PAGE = 200;
  private static final int MAX_ENTRIES = 5_000;

  private final RebuildConfig config;
  private final LogReplay log;
  private final BatchProcessor processor;
  private final IndexStore index;
  private final SearchConfig search;

  /// Prepares; [#run()] does it.
  ///
  /// @param config how far
  /// @param log what is applied
  /// @param processor applies it
  /// @param index where messages are indexed
  /// @param search whether they are
  public Rebuild(
      RebuildConfig config,
      LogReplay log,
      BatchProcessor processor,
      IndexStore index,
      SearchConfig search) {
    this.config = config;
    this.log = log;
    this.processor = processor;
    this.index = index;
    this.search = search;
  }

  /// {@return whether this process is here for that}
  public boolean isWanted() {
    return config.enabled();
  }

  /// Does it. Returns when the tables are complete.
  ///
  /// @throws LogCutException if the log does not hold all records
  public void run() {
    LogReplay.Outcome outcome = log.run(config.targets(), processor::replay);
    long indexed = search.indexing() ? indexAll() : 0;
    Log.infof(
        "rebuilt records=%d skipped=%d indexed=%d", outcome.records(), outcome.skipped(), indexed);
  }

  private long indexAll() {
    long indexed = 0;
    List<Candidate> page = index.conversations(0, PAGE);
    while (!page.isEmpty()) {
      indexed += index(page.stream().filter(Candidate::behind).map(Candidate::name).toList());
      page = index.conversations(page.getLast().number(), PAGE);
    }
    return indexed;
  }

  private long index(List<String> names) {
    long indexed = 0;
    List<String> left = names;
    while (!left.isEmpty()) {
      Indexed done = index.index(left, MAX_ENTRIES);
      indexed += done.entries();
      left = done.unfinished();
    }
    return indexed;
  }
}

package dev.parley.deploy.bench.check;

import java.util.ArrayList;
import java.util.List;

/// Broken promises: all are counted, the first of them kept in words. Safe for use by many threads.
public final class Violations {

  /// How many are kept in words.
  public static final int KEPT = 20;

  private final List<String> kept = new ArrayList<>();
  private long count;

  /// Starts with none.
  public Violations() {}

  /// Notes one.
  ///
  /// @param text one sentence: who, what, where
  public synchronized void add(String text) {
    count++;
    if (kept.size() < KEPT) {
      kept.add(text);
    }
  }

  /// {@return how many there were}
  public synchronized long count() {
    return count;
  }

  /// {@return the first of them, at most [#KEPT]}
  public synchronized List<String> first() {
    return List.copyOf(kept);
  }
}

package dev.parley.gateway.exchange;

import dev.parley.contracts.trace.TraceContext;

/// The way of a followed record to the log.
public interface Publishing {
  /// {@return what the reader of the record goes on from}
  TraceContext context();

  /// Tells that the log has the record, or has refused it. On any thread; must not wait.
  void onPublished();
}

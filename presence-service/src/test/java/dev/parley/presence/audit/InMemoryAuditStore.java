package dev.parley.presence.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Keeps audit events in a map.
public final class InMemoryAuditStore implements AuditStore {

  private final Map<AuditedEvent.Key, AuditedEvent> events = new LinkedHashMap<>();

  /// Starts empty.
  public InMemoryAuditStore() {}

  /// {@return all of them}
  public List<AuditedEvent> events() {
    return List.copyOf(events.values());
  }

  @Override
  public List<AuditedEvent> store(
      List<AuditedEvent> told, Consumer<List<AuditedEvent>> beforeCommit) {
    Map<AuditedEvent.Key, AuditedEvent> added = new LinkedHashMap<>();
    told.stream()
        .filter(event -> !events.containsKey(event.key()))
        .forEach(event -> added.putIfAbsent(event.key(), event));
    List<AuditedEvent> news = List.copyOf(added.values());
    if (!news.isEmpty()) {
      beforeCommit.accept(news);
    }
    events.putAll(added);
    return news;
  }

  @Override
  public int purge(long before, int limit) {
    List<AuditedEvent.Key> old =
        events.values().stream()
            .filter(event -> event.event().at() < before)
            .limit(limit)
            .map(AuditedEvent::key)
            .toList();
    old.forEach(events::remove);
    return old.size();
  }
}

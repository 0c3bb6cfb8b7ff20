package dev.parley.routing.account;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// Which accounts exist, as `parley.accounts` tells.
///
/// Written by the thread that reads that topic, read by any.
@Singleton
public final class Accounts {
  private final Map<String, Long> createdAt = new ConcurrentHashMap<>();
  private final NavigableSet<String> sorted = new ConcurrentSkipListSet<>();

  /// Knows of no accounts.
  public Accounts() {}

  /// Notes that an account exists. Repeated, it changes nothing.
  ///
  /// @param handle handle, lower case
  /// @param at when it was created, epoch milliseconds
  public void add(String handle, long at) {
    if (createdAt.putIfAbsent(handle, at) == null) {
      sorted.add(handle);
    }
  }

  /// {@return whether the account exists now}
  ///
  /// @param handle handle, lower case
  public boolean exists(String handle) {
    return createdAt.containsKey(handle);
  }

  /// {@return whether the account existed when a record was written}
  ///
  /// @param handle handle, lower case
  /// @param at timestamp of the record, epoch milliseconds
  public boolean existedAt(String handle, long at) {
    Long created = createdAt.get(handle);
    return created != null && created <= at;
  }

  /// {@return the first handles in alphabetical order}
  ///
  /// @param limit most handles
  public List<String> first(int limit) {
    return sorted.stream().limit(limit).toList();
  }

  /// {@return number of accounts}
  public int count() {
    return createdAt.size();
  }
}

package dev.parley.routing.conversation;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// What must be known before the records of a batch can be applied; gathered record by record, so
/// that it is read with few questions to the database.
public final class Needs {
  private final Drafts drafts;
  private final boolean allEntries;
  private final Set<EntryKey> entries = new LinkedHashSet<>();
  private final Set<MessageKey> messages = new LinkedHashSet<>();
  private final Set<String> groupCounts = new HashSet<>();
  private final Set<String> accounts = new HashSet<>();
  private int partition;
  private boolean repeated;

  /// Gathers for one try of a batch.
  ///
  /// @param drafts where conversations are asked for
  /// @param allEntries whether posts are looked up too
  public Needs(Drafts drafts, boolean allEntries) {
    this.drafts = drafts;
    this.allEntries = allEntries;
  }

  /// Turns to the next record; what follows is needed by it.
  ///
  /// @param recordPartition partition of the record
  /// @param isRepeated whether the record was stored before
  public void turnTo(int recordPartition, boolean isRepeated) {
    partition = recordPartition;
    repeated = isRepeated;
  }

  /// Asks for a conversation.
  ///
  /// @param name conversation id
  /// @throws MisplacedRecordException if it lives in another partition than the record
  public void conversation(String name) {
    drafts.require(name, partition);
  }

  /// Asks for an account, which may not exist.
  ///
  /// @param handle handle
  public void account(String handle) {
    accounts.add(handle);
  }

  /// Asks for an entry, which may not be stored.
  ///
  /// @param key what it is known by
  public void entry(EntryKey key) {
    entries.add(key);
  }

  /// Asks for the entry of a post, which is nearly always new: it is looked up only if that is what
  /// this try is for, or if the record was stored before.
  ///
  /// @param post the post's key
  public void post(EntryKey post) {
    if (allEntries || repeated) {
      entries.add(post);
    }
  }

  /// Asks for a message, which may not be stored.
  ///
  /// @param message which one
  public void message(MessageKey message) {
    messages.add(message);
  }

  /// Asks in how many groups an account is.
  ///
  /// @param handle handle
  public void groupCount(String handle) {
    groupCounts.add(handle);
  }

  /// {@return entries to look up}
  public Set<EntryKey> entries() {
    return entries;
  }

  /// {@return messages to look up}
  public Set<MessageKey> messages() {
    return messages;
  }

  /// {@return accounts that must be known if they exist}
  public Set<String> accounts() {
    return accounts;
  }

  /// {@return accounts whose groups are to be counted}
  public Set<String> groupCounts() {
    return groupCounts;
  }
}

package dev.parley.gateway.subscription;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.Entry;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Who belongs to a conversation, as its entries say in their order. Guarded by its subscription.
final class MemberSet {
  private final boolean everyone;
  private final Set<String> accounts = new HashSet<>();

  MemberSet(String conversation) {
    this.everyone = conversation.equals(ConversationId.LOBBY);
    if (ConversationId.isDirect(conversation)) {
      accounts.addAll(ConversationId.directMembers(conversation));
    } else if (ConversationId.isInbox(conversation)) {
      accounts.add(ConversationId.inboxOwner(conversation));
    }
  }

  int count() {
    return everyone ? Integer.MAX_VALUE : accounts.size();
  }

  boolean contains(String account) {
    return everyone || accounts.contains(account);
  }

  /// Only a group's members change; those of the other kinds follow from the id.
  void replace(String conversation, Collection<String> members) {
    if (ConversationId.isGroup(conversation)) {
      accounts.clear();
      accounts.addAll(members);
    }
  }

  void apply(Entry entry) {
    String subject = entry.subject();
    if (subject == null) {
      return;
    }
    switch (entry.kind()) {
      case ADDED, JOINED -> accounts.add(subject);
      case REMOVED, LEFT -> accounts.remove(subject);
      case MESSAGE, MUTED, UNMUTED, ADDED_TO, REMOVED_FROM, BLOCKED, UNBLOCKED -> {}
      case EDITED, DELETED, REACTED, UNREACTED, PINNED, UNPINNED -> {}
      case ENCRYPTED, UNENCRYPTED -> {}
    }
  }
}

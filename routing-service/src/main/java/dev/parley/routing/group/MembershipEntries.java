package dev.parley.routing.group;

import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.Step;
import java.util.Objects;

/// Appends changes of membership, with all that follows from one: the member's row, an entry in the
/// member's inbox, the audit. What follows is derived from the entry, so it can be caused again.
final class MembershipEntries {
  private MembershipEntries() {}

  /// Appends one change.
  ///
  /// @param item which change of the record this is, from 0
  static void append(
      Step step, Draft group, EntryKind kind, EntryKey key, String member, int item) {
    Entry entry = step.append(group, kind, key, member, null);
    if (isGain(kind)) {
      group.addMember(member, entry.seq());
      step.groupCounts().add(member, 1);
    } else {
      group.removeMember(member);
    }
    cause(step, group.name(), entry, item);
  }

  /// Causes again what followed from a stored change.
  static void repeat(Step step, String group, Entry entry, int item) {
    step.deliverAgain(group, entry);
    if (entry.at() == step.cause().at()) {
      cause(step, group, entry, item);
    }
  }

  private static void cause(Step step, String group, Entry entry, int item) {
    String member = Objects.requireNonNull(entry.subject(), "subject");
    EntryKind told = isGain(entry.kind()) ? EntryKind.ADDED_TO : EntryKind.REMOVED_FROM;
    step.inform(member, told, entry.author(), group, item);
    if (entry.seq() == 1) {
      step.audit(0, AuditAction.GROUP_CREATED, entry.author(), group, null);
    }
    step.audit(item + 1, action(entry.kind()), entry.author(), group, member);
  }

  private static boolean isGain(EntryKind kind) {
    return kind == EntryKind.ADDED || kind == EntryKind.JOINED;
  }

  private static AuditAction action(EntryKind kind) {
    return switch (kind) {
      case ADDED -> AuditAction.MEMBER_ADDED;
      case JOINED -> AuditAction.MEMBER_JOINED;
      case REMOVED -> AuditAction.MEMBER_REMOVED;
      case LEFT -> AuditAction.MEMBER_LEFT;
      case MESSAGE,
          EDITED,
          DELETED,
          REACTED,
          UNREACTED,
          PINNED,
          UNPINNED,
          MUTED,
          UNMUTED,
          ENCRYPTED,
          UNENCRYPTED,
          ADDED_TO,
          REMOVED_FROM,
          BLOCKED,
          UNBLOCKED ->
          throw new IllegalArgumentException("no change of membership: " + kind);
    };
  }
}

package dev.parley.routing.group;

import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.Step;
import org.jspecify.annotations.Nullable;

/// Appends mutes and their ends, with the audit that follows from each.
final class MuteEntries {
  private MuteEntries() {}

  /// Appends one change.
  ///
  /// @param until end of a mute that ends by itself, epoch milliseconds, or `null`
  static void append(
      Step step, Draft group, EntryKind kind, EntryKey key, String account, @Nullable Long until) {
    String text = until == null ? null : until.toString();
    cause(step, group.name(), step.append(group, kind, key, account, text));
  }

  /// Causes again what followed from a stored change.
  ///
  /// @return whether there is one
  static boolean repeat(Step step, EntryKey key) {
    Entry entry = step.stored().find(key);
    if (entry == null) {
      return false;
    }
    step.deliverAgain(key.conversation(), entry);
    if (entry.at() == step.cause().at()) {
      cause(step, key.conversation(), entry);
    }
    return true;
  }

  private static void cause(Step step, String group, Entry entry) {
    AuditAction action =
        entry.kind() == EntryKind.MUTED ? AuditAction.MEMBER_MUTED : AuditAction.MEMBER_UNMUTED;
    step.audit(0, action, entry.author(), group, entry.subject());
  }
}

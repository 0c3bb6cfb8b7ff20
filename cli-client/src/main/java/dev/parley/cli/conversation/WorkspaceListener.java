package dev.parley.cli.conversation;

import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.frame.Entry;

/// Hears what changed in a [Workspace]; called on the loop.
public interface WorkspaceListener {

  /// An entry took its place in the log of a conversation; comes once for each number, in order.
  ///
  /// @param conversation where
  /// @param entry the entry
  void onEntry(Conversation conversation, Entry entry);

  /// A message whose text could not be opened when it came can be read now.
  ///
  /// @param conversation where
  /// @param message as it is now
  void onOpened(Conversation conversation, Message message);

  /// A message was refused and stays in the outbox.
  ///
  /// @param message the message
  /// @param refusal why
  void onFailed(Pending message, RefusedException refusal);

  /// Counts, typing, people or pending messages are other than they were.
  void onChanged();

  /// One's own membership changed.
  ///
  /// @param conversation where
  /// @param by who changed it
  /// @param added whether one is a member now
  void onMembership(String conversation, String by, boolean added);

  /// The encryption keys of somebody are not those that were believed: nothing is sent to them.
  ///
  /// @param user who
  void onKeyChanged(String user);

  /// Somebody encrypts with more devices than before.
  ///
  /// @param user who; oneself as well
  /// @param names of the devices, not neutralised
  void onDeviceAdded(String user, String names);

  /// A word from the server itself.
  ///
  /// @param text not neutralised
  void onNotice(String text);
}

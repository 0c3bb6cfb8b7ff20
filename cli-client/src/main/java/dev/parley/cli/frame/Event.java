package dev.parley.cli.frame;

import org.jspecify.annotations.Nullable;

/// What the server tells unasked.
public sealed interface Event
    permits Entry,
        Event.Membership,
        Event.Presence,
        Event.Typing,
        Event.Notice,
        Event.KeyChanged,
        Event.DeviceAdded,
        Event.Opened {

  /// One's own membership changed.
  ///
  /// @param conversation where
  /// @param by who changed it
  /// @param added whether one is a member now
  record Membership(String conversation, String by, boolean added) implements Event {}

  /// Somebody came, went, or is away.
  ///
  /// @param user who
  /// @param state `online`, `away` or `offline`
  record Presence(String user, String state) implements Event {}

  /// Somebody is writing.
  ///
  /// @param conversation where
  /// @param user who
  record Typing(String conversation, String user) implements Event {}

  /// A word from the server itself.
  ///
  /// @param text for people
  record Notice(String text) implements Event {}

  /// The encryption keys of somebody are not those that were believed; told by this client.
  ///
  /// @param user who
  record KeyChanged(String user) implements Event {}

  /// Somebody encrypts with more devices than before; told by this client.
  ///
  /// @param user who
  /// @param names of the devices, not neutralised
  record DeviceAdded(String user, String names) implements Event {}

  /// A text that could not be opened when it came opens now; told by this client.
  ///
  /// @param conversation as the server spells it
  /// @param target number of the message
  /// @param text what it says, not neutralised
  /// @param file its file, or `null`
  record Opened(String conversation, long target, String text, @Nullable FileRef file)
      implements Event {}
}

package dev.parley.gateway.door.ssh;

/// Shells for people at a terminal.
public interface Shells {
  /// {@return whether the client's terminal can show it}
  ///
  /// @param channel a channel that was asked for a shell
  boolean canShowOn(SshChannel channel);

  /// Opens a shell; on the event loop, where it says at once who takes the channel's input.
  ///
  /// @param client whose login has succeeded
  /// @param channel its channel
  void open(SshClient client, SshChannel channel);
}

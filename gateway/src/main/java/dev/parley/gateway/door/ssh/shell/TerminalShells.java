package dev.parley.gateway.door.ssh.shell;

import dev.parley.gateway.door.ssh.Shells;
import dev.parley.gateway.door.ssh.SshChannel;
import dev.parley.gateway.door.ssh.SshClient;

/// Opens the line editor for whoever has a terminal for it.
public final class TerminalShells implements Shells {
  /// Opens nothing yet.
  public TerminalShells() {}

  @Override
  public boolean canShowOn(SshChannel channel) {
    return TerminalType.canEdit(channel.environment());
  }

  @Override
  public void open(SshClient client, SshChannel channel) {
    new TerminalShell(client, channel).start();
  }
}

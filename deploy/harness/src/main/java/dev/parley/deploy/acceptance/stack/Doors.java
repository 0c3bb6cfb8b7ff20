package dev.parley.deploy.acceptance.stack;

import dev.parley.deploy.acceptance.line.LineDoor;
import java.net.URI;

/// A stack as people see it: its doors, and nothing of what is behind them.
///
/// A test that takes these and no [ParleyStack] also runs against a stack that somebody else
/// started, wherever its processes are.
public interface Doors {
  /// {@return the plain line door}
  LineDoor tcp();

  /// {@return the TLS line door}
  LineDoor tls();

  /// {@return port of the ssh door}
  int sshPort();

  /// {@return address of the web page}
  URI web();

  /// {@return the frame door}
  URI frames();
}

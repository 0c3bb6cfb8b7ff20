package dev.parley.gateway.limit;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Counts connections: in all, without a login, and of each address. Safe for use by many threads.
public final class ConnectionLimit {
  private final LimitConfig config;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger unauthenticated = new AtomicInteger();
  private final AddressCounts byAddress = new AddressCounts();

  /// A connection that is counted until it is released. Confined to the connection's event loop.
  public final class Admission {
    private final String address;
    private final @Nullable String refusal;
    private boolean promoted;
    private boolean released;

    private Admission(String address) {
      this.address = address;
      int ofAddress = byAddress.enter(address);
      int all = open.incrementAndGet();
      int strangers = unauthenticated.incrementAndGet();
      this.refusal = judge(ofAddress, all, strangers);
    }

    /// {@return one sentence on why the connection must be closed, or `null` if it may stay}
    public @Nullable String refusal() {
      return refusal;
    }

    /// {@return whether somebody has logged in}
    public boolean isPromoted() {
      return promoted;
    }

    /// Notes that somebody has logged in.
    public void promote() {
      if (!promoted && !released) {
        promoted = true;
        unauthenticated.decrementAndGet();
      }
    }

    /// Forgets the connection. Repeated, it does nothing.
    public void release() {
      if (released) {
        return;
      }
      released = true;
      byAddress.leave(address);
      open.decrementAndGet();
      if (!promoted) {
        unauthenticated.decrementAndGet();
      }
    }
  }

  /// Starts with none.
  ///
  /// @param config the limits
  public ConnectionLimit(LimitConfig config) {
    this.config = config;
  }

  /// Counts a new connection; the caller closes it if it is refused, and releases it at its end.
  ///
  /// @param address network address of the client
  /// @return the count of this connection
  public Admission admit(String address) {
    return new Admission(address);
  }

  /// {@return number of connections}
  public int open() {
    return open.get();
  }

  private @Nullable String judge(int ofAddress, int all, int strangers) {
    if (!config.enabled()) {
      return null;
    }
    if (all > config.connections()) {
      return "the server is full; try again later";
    }
    if (strangers > config.unauthenticated()) {
      return "too many are logging in; try again in a minute";
    }
    if (ofAddress > config.connectionsPerAddress()) {
      return "too many connections from your address";
    }
    return null;
  }
}

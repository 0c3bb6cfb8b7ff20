package dev.parley.gateway.limit;

/// The rates of one connection: messages and other commands apart. Confined to its event loop.
public final class RateLimits {
  private final LimitConfig config;
  private final TokenBucket messages;
  private final TokenBucket commands;

  /// Starts with full buckets.
  ///
  /// @param config the limits
  /// @param now monotonic time in nanoseconds
  public RateLimits(LimitConfig config, long now) {
    this.config = config;
    this.messages = new TokenBucket(config.messagesPerSecond(), config.messageBurst(), now);
    this.commands = new TokenBucket(config.commandsPerSecond(), config.commandBurst(), now);
  }

  /// Counts a message.
  ///
  /// @param account handle of who posts
  /// @param now monotonic time in nanoseconds
  /// @return 0 if it may be posted, else the milliseconds to wait
  public long message(String account, long now) {
    return !config.enabled() || isTrusted(account) ? 0 : messages.take(now);
  }

  /// Counts any other command.
  ///
  /// @param now monotonic time in nanoseconds
  /// @return 0 if it may be done, else the milliseconds to wait
  public long command(long now) {
    return config.enabled() ? commands.take(now) : 0;
  }

  private boolean isTrusted(String account) {
    return config.trusted().isPresent() && config.trusted().get().contains(account);
  }
}

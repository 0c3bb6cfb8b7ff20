package dev.parley.gateway.limit;

import java.util.function.LongSupplier;

/// How often an address may try passwords and make accounts, whichever door it comes through.
///
/// The lock of an account stops who guesses the password of one; this stops who tries a few of
/// each, and who keeps the server busy with hashing. This machine is exempt. Safe for use by many
/// threads.
public final class Attempts {
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double SECONDS_PER_HOUR = 3_600;

  private final boolean enabled;
  private final AddressRates logins;
  private final AddressRates registrations;
  private final LongSupplier clock;

  /// Starts with none.
  ///
  /// @param config the rates
  /// @param clock monotonic time in nanoseconds
  public Attempts(LimitConfig config, LongSupplier clock) {
    this.enabled = config.enabled();
    this.logins =
        new AddressRates(config.loginsPerMinute() / SECONDS_PER_MINUTE, config.loginBurst());
    this.registrations =
        new AddressRates(
            config.registrationsPerHour() / SECONDS_PER_HOUR, config.registrationBurst());
    this.clock = clock;
  }

  /// Counts a password that is tried.
  ///
  /// @param address network address that it comes from
  /// @return 0 if it may be, else the milliseconds to wait
  public long login(String address) {
    return take(logins, address);
  }

  /// Counts an account that is asked for.
  ///
  /// @param address network address of who asks
  /// @return 0 if it may be made, else the milliseconds to wait
  public long registration(String address) {
    return take(registrations, address);
  }

  private long take(AddressRates rates, String address) {
    return !enabled || Addresses.isThisMachine(address)
        ? 0
        : rates.take(address, clock.getAsLong());
  }
}

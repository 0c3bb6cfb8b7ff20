package dev.parley.auth.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Who may have an account.
@ConfigMapping(prefix = "parley.auth.account")
public interface AccountConfig {
  /// Who makes accounts.
  enum Registration {
    /// Everybody, for oneself.
    OPEN,
    /// Administrators only.
    CLOSED
  }

  /// {@return `open`, or `closed`: then `register` is refused at every door}
  @WithDefault("open")
  Registration registration();
}

package dev.parley.auth.password;

import dev.parley.password.PasswordRule;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Makes the rule of passwords from the configuration.
final class PasswordRules {
  private PasswordRules() {}

  @Produces
  @Singleton
  static PasswordRule rule(PasswordConfig config) {
    return new PasswordRule(config.minLength());
  }
}

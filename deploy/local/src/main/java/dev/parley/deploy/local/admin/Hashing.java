package dev.parley.deploy.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.password.Argon2;
import dev.parley.password.PasswordHash.Cost;
import dev.parley.password.PasswordRule;
import dev.parley.password.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/// Hashes passwords as the server would, so that none has to travel.
final class Hashing {
  private final PasswordRule rule;
  private final Argon2 argon2;

  private Hashing(int minLength, Cost cost) {
    this.rule = new PasswordRule(minLength);
    this.argon2 = new Argon2(cost, new SecureRandom());
  }

  /// {@return hashing by the rules of a server}
  ///
  /// @param policy what the server answers to `policy`
  static Hashing of(JsonNode policy) {
    return new Hashing(
        policy.path("minLength").asInt(),
        new Cost(
            policy.path("memoryKib").asInt(),
            policy.path("iterations").asInt(),
            policy.path("parallelism").asInt()));
  }

  String hash(String password) {
    try (Secret secret = new Secret(password.getBytes(StandardCharsets.UTF_8))) {
      return argon2.hash(secret).phc();
    }
  }

  /// {@return what is wrong with a password, if something is}
  Optional<String> breach(String user, String password) {
    try (Secret secret = new Secret(password.getBytes(StandardCharsets.UTF_8))) {
      return rule.breach(user, secret);
    }
  }
}

package dev.parley.deploy.acceptance.history;

/// A proof that an invariant did not hold.
///
/// @param invariant which one
/// @param conversation where
/// @param description what was found
public record Violation(Invariant invariant, String conversation, String description) {

  @Override
  public String toString() {
    return "%s %s in %s: %s".formatted(invariant.id(), invariant, conversation, description);
  }
}

package dev.parley.deploy.local.canary;

/// Who the canary is.
///
/// @param name its handle
/// @param password never shown
record CanaryAccount(String name, String password) {
  @Override
  public String toString() {
    return "CanaryAccount[name=" + name + "]";
  }
}

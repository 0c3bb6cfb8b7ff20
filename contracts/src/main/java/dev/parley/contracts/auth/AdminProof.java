package dev.parley.contracts.auth;

import org.jspecify.annotations.Nullable;

/// How it is known who asks: the gateway has verified a token. That of the server's own console is
/// good for a minute and goes along, so that auth-service need not take a gateway's word for it.
///
/// @param issuedAt the token's `iat`, epoch seconds
/// @param consoleToken the token itself if it is the console's, or `null` if it is an account's
public record AdminProof(long issuedAt, @Nullable String consoleToken) {
  /// Subject of the console's tokens; a handle that no account may have.
  public static final String CONSOLE = "console";

  /// Audience of the console's tokens, so that none of them passes for a login.
  public static final String CONSOLE_AUDIENCE = "parley-console";

  @Override
  public String toString() {
    return "AdminProof[issuedAt=" + issuedAt + "]";
  }
}

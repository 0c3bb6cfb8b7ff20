package dev.parley.auth.rest;

import dev.parley.auth.password.SealingKey;
import dev.parley.auth.token.TokenKeys;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import org.jboss.resteasy.reactive.ResponseHeader;

/// The public keys of this service (RFC 8615), for gateways and whoever verifies tokens.
@Path("/.well-known")
public final class WellKnownResource {
  private static final String FOR_A_MINUTE = "public, max-age=60";

  private final TokenKeys tokenKeys;
  private final PublishedSealingKey sealingKey;

  /// The public key to which gateways seal passwords.
  ///
  /// @param keyId goes into each [dev.parley.contracts.auth.SealedPassword]
  /// @param kem key encapsulation, always `X25519`
  /// @param publicKey 32 bytes in base64url without padding
  public record PublishedSealingKey(String keyId, String kem, String publicKey) {}

  @Inject
  WellKnownResource(TokenKeys tokenKeys, SealingKey sealingKey) {
    this.tokenKeys = tokenKeys;
    this.sealingKey =
        new PublishedSealingKey(
            sealingKey.id(),
            "X25519",
            Base64.getUrlEncoder().withoutPadding().encodeToString(sealingKey.publicKey()));
  }

  /// {@return the keys that verify tokens, as a JWKS document}
  @GET
  @Path("jwks.json")
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = FOR_A_MINUTE)
  public String jwks() {
    return tokenKeys.published();
  }

  /// {@return the key to seal passwords to}
  @GET
  @Path("parley-sealing-key")
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = FOR_A_MINUTE)
  public PublishedSealingKey sealingKey() {
    return sealingKey;
  }
}

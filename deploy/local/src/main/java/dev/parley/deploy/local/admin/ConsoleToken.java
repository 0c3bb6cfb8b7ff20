package dev.parley.deploy.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;

/// Tokens that the console makes itself, with the key that signs those of auth-service: good for a
/// minute, for administration and nothing else.
///
/// A JWS (RFC 7515) signed with ES256 (RFC 7518 section 3.4); the key lies as a JWK (RFC 7517).
final class ConsoleToken {
  private static final long LIFE_SECONDS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private ConsoleToken() {}

  /// {@return a fresh token}
  ///
  /// @param key file of the key, which only the operator can read
  /// @param now the present time
  /// @throws TroubleException if there is no key that can be read
  static String sign(Path key, Instant now) {
    try {
      JsonNode jwk = JSON.readTree(Files.readString(key));
      String header =
          JSON.createObjectNode().put("alg", "ES256").put("kid", thumbprint(jwk)).toString();
      String claims =
          JSON.createObjectNode()
              .put("iss", "parley")
              .put("aud", "parley-console")
              .put("sub", "console")
              .put("iat", now.getEpochSecond())
              .put("exp", now.getEpochSecond() + LIFE_SECONDS)
              .toString();
      String signed = encode(header) + "." + encode(claims);
      // The concatenated form, not DER: RFC 7518 section 3.4.
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(privateKey(jwk));
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (IOException e) {
      throw new TroubleException(
          "the key that signs tokens cannot be read: " + key,
          "run this as the user who started the stack, set PARLEY_HOME to its data folder,"
              + " or log in: --server URL --user NAME");
    } catch (GeneralSecurityException e) {
      throw new TroubleException(
          "the key that signs tokens is none: " + key,
          "put the right file back, or log in: --server URL --user NAME");
    }
  }

  /// The id under which auth-service publishes the key: RFC 7638.
  private static String thumbprint(JsonNode jwk) throws GeneralSecurityException {
    String members =
        "{\"crv\":\"%s\",\"kty\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}"
            .formatted(
                jwk.path("crv").asText(),
                jwk.path("kty").asText(),
                jwk.path("x").asText(),
                jwk.path("y").asText());
    return BASE64.encodeToString(
        MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII)));
  }

  private static PrivateKey privateKey(JsonNode jwk) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    BigInteger secret = new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path("d").asText()));
    return KeyFactory.getInstance("EC")
        .generatePrivate(
            new ECPrivateKeySpec(secret, curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static String encode(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}

package dev.parley.gateway.file.rest;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.file.Digests;
import dev.parley.gateway.file.WrongHashException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The headers of tus 1.0.0 (https://tus.io/protocols/resumable-upload).
final class TusHeaders {
  static final String VERSION = "1.0.0";
  static final String EXTENSIONS = "creation,expiration,checksum,termination";
  static final String ALGORITHMS = "sha256,sha1";
  static final String CONTENT_TYPE = "application/offset+octet-stream";

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);
  private static final int MAX_METADATA = 4_096;
  private static final int SHA256_BYTES = 32;

  private TusHeaders() {}

  /// The hash that a chunk must have, computed while it comes.
  ///
  /// @param digest takes the bytes
  /// @param wanted what must come out
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  record Checksum(MessageDigest digest, byte[] wanted) {
    /// @throws WrongHashException if the bytes have another hash
    void check() {
      if (!MessageDigest.isEqual(digest.digest(), wanted)) {
        throw new WrongHashException("chunk");
      }
    }
  }

  static void requireVersion(@Nullable String version) {
    if (!VERSION.equals(version)) {
      throw new HttpProblem(
          Status.PRECONDITION_FAILED,
          ErrorCode.BAD_COMMAND,
          "the header Tus-Resumable must be " + VERSION);
    }
  }

  /// {@return the pairs of `Upload-Metadata`: keys, and values that were in Base64}
  static Map<String, String> metadata(@Nullable String header) {
    Map<String, String> pairs = new HashMap<>();
    if (header == null || header.isBlank()) {
      return pairs;
    }
    if (header.length() > MAX_METADATA) {
      throw HttpProblem.badRequest("Upload-Metadata has at most " + MAX_METADATA + " characters");
    }
    for (String pair : header.split(",", -1)) {
      String[] parts = pair.strip().split(" ", 2);
      byte[] value = parts.length == 2 ? base64(parts[1].strip(), "Upload-Metadata") : new byte[0];
      pairs.put(parts[0], new String(value, StandardCharsets.UTF_8));
    }
    return pairs;
  }

  /// {@return the hash of the whole file that its owner promises, in hex, or `null`}
  static @Nullable String promised(Map<String, String> metadata) {
    String hash = metadata.get("sha256");
    if (hash == null) {
      return null;
    }
    String lower = hash.toLowerCase(Locale.ROOT);
    if (lower.length() != 2 * SHA256_BYTES || !lower.matches("[0-9a-f]+")) {
      throw HttpProblem.badRequest("sha256 in Upload-Metadata must have 64 hexadecimal digits");
    }
    return lower;
  }

  /// {@return the hash that a chunk must have, or `null` if its client says none}
  static @Nullable Checksum checksum(@Nullable String header) {
    if (header == null) {
      return null;
    }
    String[] parts = header.strip().split(" ", 2);
    if (parts.length != 2) {
      throw HttpProblem.badRequest("Upload-Checksum must be ALGORITHM BASE64");
    }
    MessageDigest digest =
        switch (parts[0]) {
          case "sha256" -> Digests.sha256();
          case "sha1" -> Digests.sha1();
          default ->
              throw HttpProblem.badRequest("the algorithms of Upload-Checksum are " + ALGORITHMS);
        };
    return new Checksum(digest, base64(parts[1].strip(), "Upload-Checksum"));
  }

  /// {@return a time as `Upload-Expires` has it (RFC 9110 section 5.6.7)}
  ///
  /// @param millis epoch milliseconds
  static String time(long millis) {
    return HTTP_DATE.format(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
  }

  /// {@return the hash as `Repr-Digest` has it (RFC 9530)}
  ///
  /// @param hex SHA-256 in hex
  static String digest(String hex) {
    byte[] bytes = HexFormat.of().parseHex(Objects.requireNonNull(hex));
    return "sha-256=:" + Base64.getEncoder().encodeToString(bytes) + ":";
  }

  private static byte[] base64(String text, String header) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      throw HttpProblem.badRequest(header + " has a value that is not Base64");
    }
  }
}

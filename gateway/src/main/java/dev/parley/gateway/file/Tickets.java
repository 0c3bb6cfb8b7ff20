package dev.parley.gateway.file;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.Handles;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.gateway.exchange.RequestFailedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Addresses that may be used once, for people whose client sends no token with a request: they
/// name the account, the file and an end, and are signed with the secret that all gateways share.
/// Making one costs no more than the signature; that it was used is noted where files lie.
///
/// Form: Base64url of `kind(1) file(16) made(8) end(8) nonce(16) handle`, a dot, Base64url of its
/// HMAC-SHA-256. Safe for use by many threads.
public final class Tickets {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int HEAD = 1 + 16 + 8 + 8 + 16;
  private static final int MAX_LENGTH = 256;

  private final Supplier<byte[]> secret;
  private final Supplier<String> nonces;
  private final InstantSource clock;
  private final Duration life;
  private volatile @Nullable SecretKeySpec key;

  /// Signs with a secret, once it is known.
  ///
  /// @param secret gives the secret that all gateways share; may wait, and may throw
  ///   [StoreFaultException]
  /// @param nonces gives 128 random bits in hex
  /// @param clock tells the time
  /// @param life how long a ticket is good
  public Tickets(
      Supplier<byte[]> secret, Supplier<String> nonces, InstantSource clock, Duration life) {
    this.secret = secret;
    this.nonces = nonces;
    this.clock = clock;
    this.life = life;
  }

  /// What a ticket is for.
  public enum Kind {
    /// Sends the bytes of a file.
    UPLOAD(0),
    /// Gets a file.
    DOWNLOAD(1);

    private final byte number;

    Kind(int number) {
      this.number = (byte) number;
    }
  }

  /// A ticket that is good, if it was not used.
  ///
  /// @param file id of the file
  /// @param account handle of whom it was made for
  /// @param madeAt epoch milliseconds
  /// @param nonce what it is known by once it was used
  public record Ticket(String file, String account, long madeAt, String nonce) {}

  /// Finds out the secret, unless it is known. May wait.
  ///
  /// @throws StoreFaultException if it cannot be found out now
  public void prepare() {
    if (key == null) {
      key = new SecretKeySpec(secret.get(), ALGORITHM);
    }
  }

  /// {@return whether tickets can be made}
  public boolean isPrepared() {
    return key != null;
  }

  /// {@return a ticket for one account and one file. Does not wait}
  ///
  /// @param kind what for
  /// @param file id of the file
  /// @param account handle
  /// @throws RequestFailedException with `unavailable` while the secret is not known
  public String make(Kind kind, String file, String account) {
    byte[] handle = account.getBytes(StandardCharsets.US_ASCII);
    long now = clock.millis();
    byte[] content =
        ByteBuffer.allocate(HEAD + handle.length)
            .put(kind.number)
            .put(HexFormat.of().parseHex(file))
            .putLong(now)
            .putLong(now + life.toMillis())
            .put(HexFormat.of().parseHex(nonces.get()))
            .put(handle)
            .array();
    SecretKeySpec known = key;
    if (known == null) {
      throw new RequestFailedException(
          ErrorCode.UNAVAILABLE, "files are out of reach now; try again");
    }
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString(content) + "." + base64.encodeToString(sign(known, content));
  }

  /// {@return what a ticket says; empty if it was not made here, is for something else, or is over.
  /// May wait}
  ///
  /// @param kind what it is to be for
  /// @param text as it came
  public Optional<Ticket> read(Kind kind, String text) {
    int dot = text.indexOf('.');
    if (dot < 0 || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    prepare();
    try {
      byte[] content = Base64.getUrlDecoder().decode(text.substring(0, dot));
      byte[] signature = Base64.getUrlDecoder().decode(text.substring(dot + 1));
      return content.length > HEAD
              && MessageDigest.isEqual(signature, sign(Objects.requireNonNull(key, "key"), content))
          ? read(kind, ByteBuffer.wrap(content))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Optional<Ticket> read(Kind kind, ByteBuffer content) {
    byte found = content.get();
    String file = hex(content);
    long madeAt = content.getLong();
    long end = content.getLong();
    String nonce = hex(content);
    String account = StandardCharsets.US_ASCII.decode(content).toString();
    boolean good =
        found == kind.number
            && end >= clock.millis()
            && Attachment.isFileId(file)
            && Handles.isHandle(account);
    return good ? Optional.of(new Ticket(file, account, madeAt, nonce)) : Optional.empty();
  }

  private static String hex(ByteBuffer content) {
    byte[] bytes = new byte[16];
    content.get(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] sign(SecretKeySpec key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(content);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
  }
}

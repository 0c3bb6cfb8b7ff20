package dev.parley.gateway.file;

import org.jspecify.annotations.Nullable;

/// What is known of a file, kept beside its bytes.
///
/// @param id 32 lower-case hexadecimal digits, random
/// @param owner handle of who uploads it
/// @param name for people only
/// @param size bytes that it has when it is complete
/// @param promised SHA-256 that its owner says it has, in hex, or `null`
/// @param createdAt epoch milliseconds
/// @param expiresAt when it goes if no message has claimed it, epoch milliseconds
/// @param received bytes that are safe
/// @param content what the server found once all bytes were there, or `null`
/// @param claim the message that it belongs to, or `null`
/// @param errand conversation id to which it is posted as soon as it is complete, or `null`
public record StoredFile(
    String id,
    String owner,
    String name,
    long size,
    @Nullable String promised,
    long createdAt,
    long expiresAt,
    long received,
    @Nullable Content content,
    @Nullable Claim claim,
    @Nullable String errand) {
  private static final long GIVEN_UP = 0;

  /// What the server found in the bytes.
  ///
  /// @param sha256 SHA-256 of all bytes, in hex
  /// @param type media type by the bytes, not by the name
  public record Content(String sha256, String type) {}

  /// The message that a file belongs to; its author is the file's owner.
  ///
  /// @param conversation conversation id
  /// @param clientMessageId what the author calls the message
  /// @param attached whether the message is known to be in the log
  /// @param doubted whether the message was asked for and is not in the log; notes of older
  ///   versions do not say it, which means no
  public record Claim(
      String conversation, String clientMessageId, boolean attached, boolean doubted) {
    /// {@return a claim of a message that is about to be posted}
    ///
    /// @param conversation conversation id
    /// @param clientMessageId what the author calls the message
    static Claim of(String conversation, String clientMessageId) {
      return new Claim(conversation, clientMessageId, false, false);
    }

    /// {@return the same, of a message that is in the log}
    public Claim known() {
      return new Claim(conversation, clientMessageId, true, false);
    }

    /// {@return the same, of a message that is not in the log}
    Claim missed() {
      return new Claim(conversation, clientMessageId, false, true);
    }

    /// {@return the same, of a message that is sent again}
    Claim renewed() {
      return new Claim(conversation, clientMessageId, attached, false);
    }

    /// {@return whether both mean the same message}
    ///
    /// @param other another claim
    boolean isOfSameMessage(Claim other) {
      return conversation.equals(other.conversation)
          && clientMessageId.equals(other.clientMessageId);
    }
  }

  /// {@return whether every byte has been received}
  public boolean hasAllBytes() {
    return received == size;
  }

  /// {@return whether its message is known to be in the log}
  public boolean isAttached() {
    return claim != null && claim.attached;
  }

  /// {@return whether it is about to be removed, and no message can have it any more}
  boolean isGivenUp() {
    return expiresAt == GIVEN_UP;
  }

  StoredFile givenUp() {
    return withClaim(null, GIVEN_UP);
  }

  /// {@return the same with more bytes}
  ///
  /// @param bytes bytes that are safe
  /// @param newExpiry when it goes if nothing more happens, epoch milliseconds
  public StoredFile withReceived(long bytes, long newExpiry) {
    return new StoredFile(
        id, owner, name, size, promised, createdAt, newExpiry, bytes, content, claim, errand);
  }

  StoredFile withContent(Content found) {
    return new StoredFile(
        id, owner, name, size, promised, createdAt, expiresAt, received, found, claim, errand);
  }

  StoredFile withClaim(@Nullable Claim newClaim, long newExpiry) {
    return new StoredFile(
        id, owner, name, size, promised, createdAt, newExpiry, received, content, newClaim, errand);
  }

  /// {@return all but the name, which belongs in no log}
  @Override
  public String toString() {
    return "StoredFile[id=%s, owner=%s, size=%d, received=%d]".formatted(id, owner, size, received);
  }
}

package dev.parley.gateway.file;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.gateway.exchange.RequestFailedException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/// Binds files to messages: each to one, of its owner, for good. Every method may wait; safe for
/// use by many threads.
public final class Attachments {
  private final FileStore store;
  private final Uploads uploads;
  private final FileConfig config;
  private final InstantSource clock;

  /// Works through these.
  ///
  /// @param store where files lie
  /// @param uploads completes what has all its bytes
  /// @param config limits
  /// @param clock tells the time
  public Attachments(FileStore store, Uploads uploads, FileConfig config, InstantSource clock) {
    this.store = store;
    this.uploads = uploads;
    this.config = config;
    this.clock = clock;
  }

  /// Claims a file for a message that is to be posted. Claimed again for the same message, as when
  /// it is sent again, it is given again.
  ///
  /// @param owner handle of the author
  /// @param id id of the file
  /// @param conversation conversation id
  /// @param clientMessageId what the author calls the message
  /// @return the file as the message will have it
  /// @throws RequestFailedException with `no_such_file` if it is not there or is somebody else's,
  ///   with `bad_command` if it is not complete or another message has it
  public Attachment claim(String owner, String id, String conversation, String clientMessageId) {
    StoredFile file = complete(uploads.find(owner, id));
    StoredFile.Claim wanted = StoredFile.Claim.of(conversation, clientMessageId);
    long expiry = clock.millis() + config.keepUnsent().toMillis();
    StoredFile _ =
        store
            .update(file.id(), present -> claimed(present, wanted, expiry))
            .orElseThrow(Uploads::noSuchFile);
    StoredFile.Content content = Objects.requireNonNull(file.content(), "content");
    return new Attachment(file.id(), file.name(), file.size(), content.type(), content.sha256());
  }

  private StoredFile complete(StoredFile file) {
    StoredFile complete = uploads.complete(file);
    if (complete.content() == null) {
      throw new RequestFailedException(
          ErrorCode.BAD_COMMAND,
          "the file is not complete: %d of %d bytes are there"
              .formatted(file.received(), file.size()));
    }
    return complete;
  }

  /// Claimed again, as when the message is sent again, it is kept from now on.
  private static StoredFile claimed(StoredFile file, StoredFile.Claim wanted, long expiry) {
    if (file.isGivenUp()) {
      throw Uploads.noSuchFile();
    }
    StoredFile.Claim present = file.claim();
    if (present == null) {
      return file.withClaim(wanted, expiry);
    }
    if (!present.isOfSameMessage(wanted)) {
      throw new RequestFailedException(
          ErrorCode.BAD_COMMAND, "the file belongs to another message; upload it again");
    }
    return file.withClaim(present.renewed(), Math.max(expiry, file.expiresAt()));
  }

  /// Gives a file back whose message was refused.
  ///
  /// @param id id of the file
  /// @param conversation conversation id of the message
  /// @param clientMessageId what the author called it
  public void release(String id, String conversation, String clientMessageId) {
    StoredFile.Claim gone = StoredFile.Claim.of(conversation, clientMessageId);
    store.update(id, file -> isHeldBy(file, gone) ? file.withClaim(null, file.expiresAt()) : file);
  }

  private static boolean isHeldBy(StoredFile file, StoredFile.Claim claim) {
    return claim.equals(file.claim());
  }

  /// Notes that the message of a file is in the log.
  ///
  /// @param id id of the file
  /// @param conversation conversation id of the message
  /// @param clientMessageId what the author called it
  public void attached(String id, String conversation, String clientMessageId) {
    StoredFile.Claim claim = StoredFile.Claim.of(conversation, clientMessageId).known();
    store.update(id, file -> file.withClaim(claim, file.expiresAt()));
  }

  /// Notes that the message of a file is not in the log: the file goes after a time, `keep-unknown`
  /// if the message was there and else `keep-unsent`, unless the message is there by then. Does
  /// nothing if somebody has done anything with the file since it was looked at.
  ///
  /// @param file as it was known
  /// @param claim its claim
  public void doubt(StoredFile file, StoredFile.Claim claim) {
    Duration keep = claim.attached() ? config.keepUnknown() : config.keepUnsent();
    long expiry = clock.millis() + keep.toMillis();
    store.update(
        file.id(),
        present -> present.equals(file) ? present.withClaim(claim.missed(), expiry) : present);
  }

  /// Removes a file that no message has, unless somebody has done anything with it since it was
  /// looked at.
  ///
  /// @param file as it was known
  /// @return whether it was removed
  public boolean giveUp(StoredFile file) {
    boolean isMine =
        store
            .update(file.id(), present -> present.equals(file) ? present.givenUp() : present)
            .filter(StoredFile::isGivenUp)
            .isPresent();
    if (isMine) {
      store.remove(file.id());
    }
    return isMine;
  }

  /// Removes the file of a message that was withdrawn; does nothing if it is gone.
  ///
  /// @param id id of the file
  /// @param conversation conversation id of the message
  public void withdraw(String id, String conversation) {
    store
        .find(id)
        .filter(file -> file.claim() != null && file.claim().conversation().equals(conversation))
        .ifPresent(file -> store.remove(file.id()));
  }
}

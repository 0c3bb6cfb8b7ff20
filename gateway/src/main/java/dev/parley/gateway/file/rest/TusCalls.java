package dev.parley.gateway.file.rest;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.file.FileDesk;
import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.StoreFullException;
import dev.parley.gateway.file.StoredFile;
import dev.parley.gateway.file.Transfers;
import dev.parley.gateway.file.Uploads;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the verbs of tus do. A chunk with a checksum is taken as a whole or not at all; one without
/// is kept as far as it came.
final class TusCalls {
  /// What is kept of a chunk without a checksum is kept in pieces of this size.
  private static final long COMMIT_EVERY = 1 << 20;

  /// Nothing is kept before all is there.
  static final long WHOLE = Long.MAX_VALUE;

  private final FileDesk desk;

  TusCalls(FileDesk desk) {
    this.desk = desk;
  }

  /// `POST`: begins an upload.
  void create(FileCall call, String account) {
    TusHeaders.requireVersion(call.header("Tus-Resumable"));
    refuseEncoding(call);
    long size = call.number("Upload-Length");
    Map<String, String> metadata = TusHeaders.metadata(call.header("Upload-Metadata"));
    StoredFile file =
        desk.uploads()
            .begin(
                account,
                new Uploads.Wish(
                    metadata.getOrDefault("filename", ""),
                    size,
                    TusHeaders.promised(metadata),
                    null));
    call.response().putHeader(HttpHeaders.LOCATION, FileRoutes.ROOT + "/" + file.id());
    state(call, file);
    call.end(Status.CREATED);
  }

  /// `HEAD`: tells how far an upload is.
  void head(FileCall call, String account) {
    TusHeaders.requireVersion(call.header("Tus-Resumable"));
    StoredFile file = desk.uploads().find(account, call.path("id"));
    call.response().putHeader("Upload-Length", Long.toString(file.size()));
    state(call, desk.uploads().complete(file));
    call.end(Status.OK);
  }

  /// `PATCH`: takes a chunk.
  void patch(FileCall call, String account) {
    TusHeaders.requireVersion(call.header("Tus-Resumable"));
    if (!TusHeaders.CONTENT_TYPE.equals(call.header("Content-Type"))) {
      throw new HttpProblem(
          Status.UNSUPPORTED_TYPE,
          ErrorCode.BAD_COMMAND,
          "the header Content-Type must be " + TusHeaders.CONTENT_TYPE);
    }
    refuseEncoding(call);
    long offset = call.number("Upload-Offset");
    TusHeaders.Checksum checksum = TusHeaders.checksum(call.header("Upload-Checksum"));
    StoredFile file;
    try (Transfers.Transfer _ = desk.transfers().begin(account);
        FileStore.Appender appender = desk.uploads().append(account, call.path("id"))) {
      if (appender.file().received() != offset) {
        throw new HttpProblem(
            Status.CONFLICT,
            ErrorCode.BAD_COMMAND,
            "the upload is at " + appender.file().received() + ", not at " + offset);
      }
      refuseIfTooLong(call, appender.file().size() - offset);
      call.wantBody();
      file = take(call.body(), appender, checksum, checksum == null ? COMMIT_EVERY : WHOLE);
    } catch (StoreFullException e) {
      desk.uploads().abandon(call.path("id"));
      throw e;
    }
    state(call, desk.uploads().complete(file));
    call.end(Status.NO_CONTENT);
  }

  /// `DELETE`: ends an upload.
  void terminate(FileCall call, String account) {
    TusHeaders.requireVersion(call.header("Tus-Resumable"));
    desk.uploads().terminate(account, call.path("id"));
    call.end(Status.NO_CONTENT);
  }

  /// {@return what is known of the file when the body is in it}
  ///
  /// @param commitEvery bytes that are kept at once, also if the rest does not come
  StoredFile take(
      Body body,
      FileStore.Appender appender,
      TusHeaders.@Nullable Checksum checksum,
      long commitEvery) {
    StoredFile file = appender.file();
    long left = file.size() - file.received();
    long uncommitted = 0;
    try {
      for (Buffer piece = body.next(); piece != null; piece = body.next()) {
        left -= piece.length();
        if (left < 0) {
          throw tooLong();
        }
        ByteBuffer bytes = ByteBuffer.wrap(piece.getBytes());
        if (checksum != null) {
          checksum.digest().update(bytes.duplicate());
        }
        appender.write(bytes);
        uncommitted += piece.length();
        if (uncommitted >= commitEvery) {
          file = appender.commit(desk.uploads().expiry());
          uncommitted = 0;
        }
      }
    } catch (LostClientException e) {
      if (commitEvery != WHOLE && uncommitted > 0) {
        StoredFile _ = appender.commit(desk.uploads().expiry());
      }
      throw e;
    }
    if (checksum != null) {
      checksum.check();
    }
    return uncommitted == 0 ? file : appender.commit(desk.uploads().expiry());
  }

  private static void state(FileCall call, StoredFile file) {
    call.response()
        .putHeader("Upload-Offset", Long.toString(file.received()))
        .putHeader("Upload-Expires", TusHeaders.time(file.expiresAt()));
    if (file.content() != null) {
      String hash = Objects.requireNonNull(file.content()).sha256();
      call.response().putHeader("Repr-Digest", TusHeaders.digest(hash));
    }
  }

  static void refuseIfTooLong(FileCall call, long room) {
    String length = call.header("Content-Length");
    if (length != null && call.number("Content-Length") > room) {
      throw tooLong();
    }
  }

  /// Bytes that would grow when they are unpacked are not taken (CVE-2026-42587).
  static void refuseEncoding(FileCall call) {
    String encoding = call.header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new HttpProblem(
          Status.UNSUPPORTED_TYPE, ErrorCode.BAD_COMMAND, "bodies are taken without encoding only");
    }
  }

  static HttpProblem tooLong() {
    return new HttpProblem(
        Status.TOO_LARGE, ErrorCode.TOO_LONG, "the body is longer than the rest of the file");
  }
}

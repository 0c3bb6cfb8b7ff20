package dev.parley.gateway.file.rest;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoredFile;
import dev.parley.gateway.file.TypeSniffer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A file, or a part of it, on its way to a client. What may go wrong with the store at the
/// beginning goes wrong when it is opened: nothing of an answer is written before that. For one
/// thread, which may wait.
///
/// An image that has nothing in it to run may be shown in a page; everything else is to be saved.
/// All get a policy of their own, so that even a browser that shows them gives them no rights.
final class Download implements AutoCloseable {
  static final String SANDBOX = "default-src 'none'; sandbox";
  private static final int PIECE = 64 * 1024;

  private final FileCall call;
  private final StoredFile file;
  private final ByteRange range;
  private final Duration idle;
  private final StoredFile.Content content;
  private final boolean isImage;
  private final InputStream bytes;
  private byte[] next;

  /// @param idle how long a client may take nothing
  /// @throws HttpProblem if the file has no such part
  /// @throws StoreFaultException if its first bytes cannot be read
  Download(FileStore store, FileCall call, StoredFile file, Duration idle) {
    this.call = call;
    this.file = file;
    this.idle = idle;
    this.range = ByteRange.of(call.header("Range"), file.size());
    if (range.isNone()) {
      call.response().putHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
      throw new HttpProblem(
          Status.RANGE_NOT_SATISFIABLE, ErrorCode.BAD_COMMAND, "the file ends before that");
    }
    this.content = Objects.requireNonNull(file.content(), "content");
    this.isImage = TypeSniffer.isSafeImage(content.type()) && isStill(store, content.type());
    this.bytes = store.read(file, range.from(), range.length());
    try {
      this.next = piece();
    } catch (StoreFaultException e) {
      close();
      throw e;
    }
  }

  /// What was noted is looked at again: the bytes decide.
  private boolean isStill(FileStore store, String type) {
    try (InputStream first = store.read(file, 0, Math.min(file.size(), TypeSniffer.LENGTH))) {
      return TypeSniffer.type(first.readAllBytes()).equals(type);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private byte[] piece() {
    try {
      return bytes.readNBytes(PIECE);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private StoreFaultException fault(IOException cause) {
    return new StoreFaultException("a file cannot be read file=" + file.id(), cause);
  }

  /// Sends it; once.
  ///
  /// @throws LostClientException if the client takes nothing any more
  /// @throws StoreFaultException if the rest cannot be read
  void send() {
    describe(call.response());
    for (; next.length > 0; next = piece()) {
      await(call.response().write(Buffer.buffer(next)));
    }
    call.loop()
        .execute(() -> {
          if (!call.response().ended() && !call.response().closed()) {
            call.response().end();
          }
        });
  }

  private void describe(HttpServerResponse response) {
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, isImage ? content.type() : TypeSniffer.BYTES)
        .putHeader("Content-Disposition", Disposition.of(isImage, file.name()))
        .putHeader("Content-Security-Policy", SANDBOX)
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader(HttpHeaders.ACCEPT_RANGES, "bytes")
        .putHeader("Repr-Digest", TusHeaders.digest(content.sha256()))
        .putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(range.length()));
    if (range.isPart()) {
      response
          .setStatusCode(Status.PARTIAL)
          .putHeader(HttpHeaders.CONTENT_RANGE, range.header(file.size()));
    }
  }

  /// One piece is under way at a time: a client that does not read holds no more than that.
  private void await(Future<Void> written) {
    try {
      written.toCompletionStage().toCompletableFuture().get(idle.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      throw new LostClientException("the client takes nothing any more");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LostClientException("the gateway stops");
    }
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException e) {
      throw fault(e);
    }
  }
}

package dev.parley.gateway.file.rest;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.file.FileDesk;
import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoredFile;
import dev.parley.gateway.file.Transfers;
import dev.parley.gateway.file.TypeSniffer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Hands out files: to those who may have them, and so that no browser runs them.
///
/// An image that has nothing in it to run may be shown in a page; everything else is to be saved.
/// All get a policy of their own, so that even a browser that shows them gives them no rights.
final class DownloadCalls {
  private static final String SANDBOX = "default-src 'none'; sandbox";
  private static final int PIECE = 64 * 1024;

  private final FileDesk desk;
  private final Duration idle;

  DownloadCalls(FileDesk desk, Duration idle) {
    this.desk = desk;
    this.idle = idle;
  }

  /// `GET`: hands out a file, or a part of it.
  void get(FileCall call, String account) {
    StoredFile file = desk.access().fetch(account, call.path("id"), Runnable::run).join();
    try (Transfers.Transfer _ = desk.transfers().begin(account)) {
      send(call, file);
    }
  }

  /// `GET …/thumbnail`: hands out a small picture of an image.
  void thumbnail(FileCall call, String account) {
    StoredFile file = desk.access().fetch(account, call.path("id"), Runnable::run).join();
    byte[] picture =
        desk.thumbnails()
            .of(file)
            .orElseThrow(() ->
                new HttpProblem(
                    Status.NOT_FOUND,
                    ErrorCode.NO_SUCH_FILE,
                    "there is no small picture of this file"));
    call.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "image/jpeg")
        .putHeader("Content-Security-Policy", SANDBOX)
        .putHeader("Cross-Origin-Resource-Policy", "same-origin");
    call.end(Status.OK, picture);
  }

  void send(FileCall call, StoredFile file) {
    ByteRange range = ByteRange.of(call.header("Range"), file.size());
    HttpServerResponse response = call.response();
    if (range.isNone()) {
      response.putHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
      throw new HttpProblem(
          Status.RANGE_NOT_SATISFIABLE, ErrorCode.BAD_COMMAND, "the file ends before that");
    }
    describe(response, file);
    response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(range.length()));
    if (range.isPart()) {
      response
          .setStatusCode(Status.PARTIAL)
          .putHeader(HttpHeaders.CONTENT_RANGE, range.header(file.size()));
    }
    try (InputStream bytes = desk.store().read(file, range.from(), range.length())) {
      pour(bytes, call);
    } catch (IOException e) {
      throw new StoreFaultException("a file cannot be read file=" + file.id(), e);
    }
  }

  private void describe(HttpServerResponse response, StoredFile file) {
    StoredFile.Content content = Objects.requireNonNull(file.content(), "content");
    boolean isImage = TypeSniffer.isSafeImage(content.type()) && isStill(file, content.type());
    String type = isImage ? content.type() : TypeSniffer.BYTES;
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader("Content-Disposition", Disposition.of(isImage, file.name()))
        .putHeader("Content-Security-Policy", SANDBOX)
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader(HttpHeaders.ACCEPT_RANGES, "bytes")
        .putHeader("Repr-Digest", TusHeaders.digest(content.sha256()));
  }

  /// What was noted is looked at again: the bytes decide.
  private boolean isStill(StoredFile file, String type) {
    try (InputStream bytes =
        desk.store().read(file, 0, Math.min(file.size(), TypeSniffer.LENGTH))) {
      return TypeSniffer.type(bytes.readAllBytes()).equals(type);
    } catch (IOException e) {
      throw new StoreFaultException("a file cannot be read file=" + file.id(), e);
    }
  }

  private void pour(InputStream bytes, FileCall call) throws IOException {
    byte[] piece = new byte[PIECE];
    for (int read = bytes.readNBytes(piece, 0, PIECE);
        read > 0;
        read = bytes.readNBytes(piece, 0, PIECE)) {
      Buffer out = Buffer.buffer(Arrays.copyOf(piece, read));
      await(call.response().write(out));
    }
    call.loop()
        .execute(() -> {
          if (!call.response().ended() && !call.response().closed()) {
            call.response().end();
          }
        });
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
}

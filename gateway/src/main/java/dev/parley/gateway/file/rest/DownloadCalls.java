package dev.parley.gateway.file.rest;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.file.FileDesk;
import dev.parley.gateway.file.StoredFile;
import dev.parley.gateway.file.Transfers;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;

/// Hands out files to those who may have them.
final class DownloadCalls {
  private final FileDesk desk;
  private final Duration idle;

  DownloadCalls(FileDesk desk, Duration idle) {
    this.desk = desk;
    this.idle = idle;
  }

  /// `GET`: hands out a file, or a part of it.
  void get(FileCall call, String account) {
    StoredFile file = desk.access().fetch(account, call.path("id"), Runnable::run).join();
    try (Transfers.Transfer _ = desk.transfers().begin(account);
        Download download = open(call, file)) {
      download.send();
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
        .putHeader("Content-Security-Policy", Download.SANDBOX)
        .putHeader("Cross-Origin-Resource-Policy", "same-origin");
    call.end(Status.OK, picture);
  }

  /// Opens a file for somebody who may have it.
  Download open(FileCall call, StoredFile file) {
    return new Download(desk.store(), call, file, idle);
  }
}

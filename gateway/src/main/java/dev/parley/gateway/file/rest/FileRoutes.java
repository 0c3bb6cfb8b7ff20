package dev.parley.gateway.file.rest;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.file.FileConfig;
import dev.parley.gateway.file.FileDesk;
import dev.parley.gateway.file.FileLinks;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The routes of files.
///
/// | route | does |
/// | --- | --- |
/// | `OPTIONS /api/files` | tells what of tus is spoken |
/// | `POST /api/files` | begins an upload |
/// | `HEAD`, `PATCH`, `DELETE /api/files/ID` | how far it is, a chunk of it, its end |
/// | `GET /api/files/ID` | hands out a file, or a part of it |
/// | `GET /api/files/ID/thumbnail` | hands out a small picture of an image |
/// | `PUT`, `GET /api/files/once/TICKET` | the same with an address of one use |
///
/// Who asks is found out in the handler, never by the path. Registered when the server starts,
/// answered `unavailable` until the gateway has.
@Singleton
public final class FileRoutes {
  static final String ROOT = "/api/files";

  private static final String ONE = ROOT + "/:id";
  private static final String ONCE = FileLinks.PATH + ":ticket";

  private final FileConfig config;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile @Nullable FileDesk desk;

  @Inject
  FileRoutes(FileConfig config) {
    this.config = config;
  }

  /// Begins to answer.
  ///
  /// @param running what requests work with
  public void open(FileDesk running) {
    desk = running;
  }

  /// What does a request of somebody who is known; on a virtual thread.
  @FunctionalInterface
  private interface Call {
    void run(FileDesk desk, FileCall call, String account);
  }

  /// What does a request of anybody; on a virtual thread.
  @FunctionalInterface
  private interface OpenCall {
    void run(FileDesk desk, FileCall call);
  }

  void register(@Observes Router router) {
    router.route(HttpMethod.OPTIONS, ROOT).handler(this::options);
    route(router, HttpMethod.POST, ROOT, (at, call, who) -> new TusCalls(at).create(call, who));
    route(router, HttpMethod.HEAD, ONE, (at, call, who) -> new TusCalls(at).head(call, who));
    route(router, HttpMethod.PATCH, ONE, (at, call, who) -> new TusCalls(at).patch(call, who));
    route(router, HttpMethod.DELETE, ONE, (at, call, who) -> new TusCalls(at).terminate(call, who));
    route(
        router,
        HttpMethod.GET,
        ONE,
        (at, call, who) -> new DownloadCalls(at, config.idleTimeout()).get(call, who));
    route(
        router,
        HttpMethod.GET,
        ONE + "/thumbnail",
        (at, call, who) -> new DownloadCalls(at, config.idleTimeout()).thumbnail(call, who));
    serve(router, HttpMethod.GET, ONCE, (at, call) -> once(at).get(call));
    serve(router, HttpMethod.PUT, ONCE, (at, call) -> once(at).put(call));
  }

  private void route(Router router, HttpMethod method, String path, Call call) {
    serve(
        router,
        method,
        path,
        (running, http) -> {
          http.response().putHeader("Tus-Resumable", TusHeaders.VERSION);
          String account = running.recognise(http.bearer(), Runnable::run).join();
          call.run(running, http, account);
        });
  }

  private void serve(Router router, HttpMethod method, String path, OpenCall call) {
    router
        .route(method, path)
        .handler(context -> {
          FileCall http = new FileCall(context, config.idleTimeout());
          workers.execute(() -> serve(http, call));
        });
  }

  private void serve(FileCall http, OpenCall call) {
    try {
      FileDesk running = desk;
      if (running == null) {
        throw new RequestFailedException(
            ErrorCode.UNAVAILABLE, "the gateway is starting; try again");
      }
      call.run(running, http);
    } catch (RuntimeException e) {
      http.fail(e);
    }
  }

  private OnceCalls once(FileDesk running) {
    return new OnceCalls(running, new DownloadCalls(running, config.idleTimeout()));
  }

  private void options(RoutingContext context) {
    context
        .response()
        .putHeader("Tus-Resumable", TusHeaders.VERSION)
        .putHeader("Tus-Version", TusHeaders.VERSION)
        .putHeader("Tus-Extension", TusHeaders.EXTENSIONS)
        .putHeader("Tus-Checksum-Algorithm", TusHeaders.ALGORITHMS)
        .putHeader("Tus-Max-Size", Long.toString(config.maxSize().asLongValue()))
        .setStatusCode(Status.NO_CONTENT)
        .end();
  }
}

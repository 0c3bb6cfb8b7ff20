package dev.parley.gateway.admin.rest;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.admin.AdminApi;
import dev.parley.gateway.admin.AdminConfig;
import dev.parley.gateway.admin.Administrator;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.limit.AddressRates;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The routes of the administrators' interface.
///
/// | route | does |
/// | --- | --- |
/// | `POST /api/admin/login` | a token for an administrator's password |
/// | `GET /api/admin/policy` | what passwords must be, and what hashing costs |
/// | `GET /api/admin/accounts` | a page of accounts |
/// | `POST /api/admin/accounts/NAME/disabled`, `/role`, `/password` | changes one |
/// | `POST /api/admin/imports` | makes many |
/// | `GET /api/admin/audit` | a page of the audit trail |
///
/// Every call but the login has a bearer token. Registered when the server starts, answered
/// `unavailable` until the gateway has.
@Singleton
public final class AdminRoutes {
  private static final int MAX_BODY = 64 * 1024;

  private final AdminConfig config;
  private final AddressRates rates;
  private final AtomicLong connections = new AtomicLong();
  private volatile @Nullable AdminApi api;

  @Inject
  AdminRoutes(AdminConfig config) {
    this.config = config;
    this.rates = new AddressRates(config.callsPerSecond(), config.callBurst());
  }

  /// Begins to answer.
  ///
  /// @param running what does what is asked
  public void open(AdminApi running) {
    api = running;
  }

  void register(@Observes Router router) {
    if (!config.enabled()) {
      return;
    }
    route(router, HttpMethod.POST, "/api/admin/login", MAX_BODY, this::logIn);
    call(router, HttpMethod.GET, "/api/admin/policy", MAX_BODY, AdminCalls::policy);
    call(router, HttpMethod.GET, "/api/admin/accounts", MAX_BODY, AdminCalls::accounts);
    call(
        router,
        HttpMethod.POST,
        "/api/admin/accounts/:name/disabled",
        MAX_BODY,
        AdminCalls::setDisabled);
    call(router, HttpMethod.POST, "/api/admin/accounts/:name/role", MAX_BODY, AdminCalls::setRole);
    call(
        router,
        HttpMethod.POST,
        "/api/admin/accounts/:name/password",
        MAX_BODY,
        AdminCalls::resetPassword);
    call(
        router,
        HttpMethod.POST,
        "/api/admin/imports",
        config.maxImport(),
        AdminCalls::importAccounts);
    call(router, HttpMethod.GET, "/api/admin/audit", MAX_BODY, AdminCalls::audit);
  }

  /// What does a call of somebody whose token is good.
  @FunctionalInterface
  private interface Call {
    CompletableFuture<?> run(AdminApi api, Administrator by, HttpCall call);
  }

  /// What does a call of anybody.
  @FunctionalInterface
  private interface OpenCall {
    CompletableFuture<?> run(AdminApi api, HttpCall call);
  }

  private void call(Router router, HttpMethod method, String path, long maxBody, Call call) {
    route(
        router,
        method,
        path,
        maxBody,
        (running, http) ->
            running
                .recognise(http.bearer(), http.origin(), http.loop())
                .thenCompose(by -> call.run(running, by, http)));
  }

  private void route(Router router, HttpMethod method, String path, long maxBody, OpenCall call) {
    // Before a byte of the body is read; a route of its own, as the order of handlers wants it.
    router.route(method, path).handler(this::limit);
    router
        .route(method, path)
        .handler(BodyHandler.create(false).setBodyLimit(maxBody))
        .handler(context -> answer(new HttpCall(context), call))
        .failureHandler(context -> new HttpCall(context).fail(context.statusCode()));
  }

  private void limit(RoutingContext context) {
    limitBody(context);
    HttpCall call = new HttpCall(context);
    long millis = rates.take(call.origin().address(), System.nanoTime());
    if (millis == 0) {
      context.next();
    } else {
      call.refuse(
          new RequestFailedException(ErrorCode.RATE_LIMITED, "too many calls, slow down", millis));
    }
  }

  /// Whoever sends a body byte by byte would hold its connection for as long as it likes, whether
  /// it has an answer by then or not.
  private void limitBody(RoutingContext context) {
    HttpServerRequest request = context.request();
    context
        .vertx()
        .setTimer(
            config.bodyTimeout().toMillis(),
            _ -> {
              if (!request.isEnded()) {
                request.connection().close();
              }
            });
  }

  private void answer(HttpCall http, OpenCall call) {
    AdminApi running = api;
    if (running == null) {
      http.refuse(
          new RequestFailedException(ErrorCode.UNAVAILABLE, "the gateway is starting; try again"));
      return;
    }
    try {
      call.run(running, http).whenComplete(http::finish);
    } catch (RequestFailedException e) {
      http.refuse(e);
    }
  }

  private CompletableFuture<?> logIn(AdminApi running, HttpCall http) {
    AdminCalls.Credentials sent = http.body(AdminCalls.Credentials.class);
    String connection = "admin-" + connections.incrementAndGet();
    return running
        .logIn(sent.user(), sent.password(), connection, http.origin(), http.loop())
        .thenApply(loggedIn -> Map.of("token", loggedIn.token()));
  }
}

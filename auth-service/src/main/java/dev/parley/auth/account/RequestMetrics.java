package dev.parley.auth.account;

import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.auth.ChangePassword;
import dev.parley.contracts.auth.CheckToken;
import dev.parley.contracts.auth.Login;
import dev.parley.contracts.auth.Register;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// Counts requests by kind and outcome: `parley_auth_requests_total`.
@Singleton
final class RequestMetrics {
  private final MeterRegistry meters;

  @Inject
  RequestMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(AuthRecord request, Reply reply) {
    String outcome = reply instanceof Refused refused ? refused.code().wireName() : "done";
    meters.counter("parley.auth.requests", "kind", kind(request), "outcome", outcome).increment();
  }

  private static String kind(AuthRecord request) {
    return switch (request) {
      case Register _ -> "register";
      case Login _ -> "login";
      case ChangePassword _ -> "change_password";
      case CheckToken _ -> "check_token";
    };
  }
}

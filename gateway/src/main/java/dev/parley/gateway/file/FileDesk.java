package dev.parley.gateway.file;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.CheckToken;
import dev.parley.contracts.delivery.Done;
import dev.parley.gateway.credential.TokenVerifier;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.limit.AddressRates;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// What a request over HTTP works with: who asks, and the parts that do it. Safe for use by many
/// threads.
public final class FileDesk {
  private final Exchange exchange;
  private final TokenVerifier verifier;
  private final AddressRates rates;
  private final FileParts parts;
  private final Transfers transfers;
  private final Thumbnails thumbnails;
  private final Uses uses;

  /// Brings the parts together.
  ///
  /// @param exchange asks the services
  /// @param verifier knows whose token it is
  /// @param config limits
  /// @param parts what does what is asked
  public FileDesk(Exchange exchange, TokenVerifier verifier, FileConfig config, FileParts parts) {
    this.exchange = exchange;
    this.verifier = verifier;
    this.rates = new AddressRates(config.callsPerSecond(), config.callBurst());
    this.parts = parts;
    this.transfers = new Transfers(config.transfers());
    this.thumbnails = new Thumbnails(parts.store());
    this.uses = new Uses(parts.store(), () -> UUID.randomUUID().toString());
  }

  /// Finds out who asks: the token must be signed and in time, and the account as it was when the
  /// token was given, which auth-service is asked for each time.
  ///
  /// @param token as the client sent it
  /// @param loop where the answer is wanted
  /// @return the handle; fails with `bad_credentials`, `rate_limited` or `unavailable`
  public CompletableFuture<String> recognise(String token, Executor loop) {
    return verifier
        .verify(token)
        .whenCompleteAsync((_, _) -> {}, loop)
        .thenCompose(good -> stillGood(good.account(), good.id(), good.issuedAt(), loop));
  }

  /// Finds out whether an account is as it was at a time: not closed since, its password and its
  /// role the same.
  ///
  /// @param account handle
  /// @param since that time, epoch milliseconds
  /// @param loop where the answer is wanted
  /// @return the handle; fails as [#recognise] does
  public CompletableFuture<String> check(String account, long since, Executor loop) {
    return stillGood(account, "ticket", since / 1_000, loop);
  }

  private CompletableFuture<String> stillGood(
      String account, String tokenId, long issuedAt, Executor loop) {
    refuseIfTooFast(account);
    return exchange
        .askAuth(loop, Done.class, replyTo -> new CheckToken(account, tokenId, issuedAt, replyTo))
        .thenApply(_ -> account);
  }

  private void refuseIfTooFast(String account) {
    long millis = rates.take(account, System.nanoTime());
    if (millis > 0) {
      throw new RequestFailedException(ErrorCode.RATE_LIMITED, "too many calls, slow down", millis);
    }
  }

  /// {@return where files lie}
  public FileStore store() {
    return parts.store();
  }

  /// {@return what takes files in}
  public Uploads uploads() {
    return parts.uploads();
  }

  /// {@return what binds files to messages}
  public Attachments attachments() {
    return parts.attachments();
  }

  /// {@return who may have a file}
  public Access access() {
    return parts.access();
  }

  /// {@return what reads addresses of one use}
  public Tickets tickets() {
    return parts.tickets();
  }

  /// {@return which of them were used}
  public Uses uses() {
    return uses;
  }

  /// {@return what posts files that were uploaded for a conversation}
  public Errands errands() {
    return parts.errands();
  }

  /// {@return what makes small pictures}
  public Thumbnails thumbnails() {
    return thumbnails;
  }

  /// {@return what is under way}
  public Transfers transfers() {
    return transfers;
  }
}

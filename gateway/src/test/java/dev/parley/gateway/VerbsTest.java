package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.trace.RecordingSpans;
import dev.parley.gateway.credential.Credentials;
import dev.parley.gateway.credential.PasswordSealer;
import dev.parley.gateway.credential.TokenVerifier;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.FakePublisher;
import dev.parley.gateway.file.FileConfig;
import dev.parley.gateway.file.FileFixtures;
import dev.parley.gateway.file.FileLinks;
import dev.parley.gateway.file.FileParts;
import dev.parley.gateway.file.folder.FolderFileStore;
import dev.parley.gateway.hop.HopLog;
import dev.parley.gateway.limit.Attempts;
import dev.parley.gateway.limit.Limits;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.NoMetrics;
import dev.parley.gateway.request.Precondition;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.VerbTable;
import dev.parley.gateway.session.Backlog;
import dev.parley.gateway.session.SessionRegistry;
import dev.parley.gateway.session.Sessions;
import dev.parley.gateway.subscription.LogSubscriptionPublisher;
import dev.parley.gateway.subscription.SubscriptionTable;
import dev.parley.gateway.trace.MessageTraces;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerbsTest {
  private final Map<Class<? extends Request>, Precondition> preconditions = table().preconditions();

  @Test
  void hasAHandlerForEveryKindOfRequest() {
    assertThat(preconditions.keySet())
        .containsExactlyInAnyOrderElementsOf(
            kinds(Request.class)
                .distinct()
                .<Class<? extends Request>>map(kind -> kind.asSubclass(Request.class))
                .toList());
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(VerbsTest::kinds)
        : Stream.of(type);
  }

  /// CVE-2025-32433 and its kin: commands that were taken before the login.
  @Test
  void allowsNothingBeforeLoginButThis() {
    Set<Class<? extends Request>> allowed =
        preconditions.entrySet().stream()
            .filter(each ->
                each.getValue() == Precondition.NONE || each.getValue() == Precondition.LOGGED_OUT)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());

    assertThat(allowed)
        .containsExactlyInAnyOrder(
            Request.Help.class,
            Request.Malformed.class,
            AccountRequest.Logout.class,
            AccountRequest.Register.class,
            AccountRequest.Login.class,
            AccountRequest.Prove.class,
            AccountRequest.TryKey.class,
            AccountRequest.ProveByKey.class,
            AccountRequest.Resume.class);
  }

  private static FileVerbs files(Exchange exchange) {
    FileConfig config = FileFixtures.settings(Path.of("target", "no-files"));
    FileParts parts = FileFixtures.parts(new FolderFileStore(config.folder(), 0), config, exchange);
    return new FileVerbs(
        parts.uploads(),
        new FileLinks(parts.tickets(), config.publicUrl()),
        FileFixtures.claims(parts.attachments()),
        Runnable::run);
  }

  private static VerbTable table() {
    FakePublisher records = new FakePublisher();
    Exchange exchange = new Exchange("gw", records, Duration.ofSeconds(1), 10);
    Backlog backlog = new Backlog(exchange, 10, Duration.ofSeconds(30));
    SubscriptionTable subscriptions =
        new SubscriptionTable(new LogSubscriptionPublisher("gw", records), System::nanoTime);
    Sessions sessions =
        new Sessions("gw", exchange, records, subscriptions, new SessionRegistry(), backlog);
    PasswordSealer sealer = new PasswordSealer(CompletableFuture::new, () -> "n", Runnable::run);
    TokenVerifier verifier =
        new TokenVerifier(
            CompletableFuture::new, Credentials.settings(), Runnable::run, System::nanoTime);
    return Verbs.table(
        exchange,
        sealer,
        verifier,
        sessions,
        backlog,
        10,
        Limits.off(),
        new HopLog(0, InstantSource.system()),
        new MessageTraces(new RecordingSpans(), 0, () -> 0, InstantSource.system()),
        new Attempts(Limits.off(), System::nanoTime),
        new NoMetrics(),
        files(exchange));
  }
}

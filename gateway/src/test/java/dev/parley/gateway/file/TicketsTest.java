package dev.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.exchange.RequestFailedException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketsTest {
  private static final String FILE = "0123456789abcdef0123456789abcdef";
  private static final String NONCE = "f".repeat(32);

  private Instant now = Instant.ofEpochSecond(1_000);
  private final Tickets tickets =
      new Tickets(() -> new byte[32], () -> NONCE, () -> now, Duration.ofMinutes(15));

  @BeforeEach
  void prepare() {
    tickets.prepare();
  }

  @Test
  void areNotMadeBeforeTheSecretIsKnown() {
    // Given
    Tickets unprepared =
        new Tickets(
            () -> {
              throw new StoreFaultException("no", new IOException("no"));
            },
            () -> NONCE,
            () -> now,
            Duration.ofMinutes(15));

    // When / Then
    assertThatThrownBy(unprepared::prepare).isInstanceOf(StoreFaultException.class);
    assertThat(unprepared.isPrepared()).isFalse();
    assertThatThrownBy(() -> unprepared.make(Tickets.Kind.DOWNLOAD, FILE, "alice"))
        .isInstanceOf(RequestFailedException.class);
    assertThat(new FileLinks(unprepared, URI.create("http://x")).offer("alice", FILE)).isNull();
  }

  @Test
  void saysForWhomAndForWhichFileItIs() {
    assertThat(tickets.read(Tickets.Kind.DOWNLOAD, download()))
        .contains(new Tickets.Ticket(FILE, "alice", now.toEpochMilli(), NONCE));
  }

  @Test
  void isGoodForAWhileAndForOneThing() {
    // Given
    String ticket = download();

    // When / Then
    assertThat(tickets.read(Tickets.Kind.UPLOAD, ticket)).isEmpty();
    now = now.plus(Duration.ofMinutes(15));
    assertThat(tickets.read(Tickets.Kind.DOWNLOAD, ticket)).isPresent();
    now = now.plusMillis(1);
    assertThat(tickets.read(Tickets.Kind.DOWNLOAD, ticket)).isEmpty();
  }

  @Test
  void isGoodWithTheSecretOnly() {
    // Given
    byte[] other = {1};
    Tickets others = new Tickets(() -> other, () -> NONCE, () -> now, Duration.ofMinutes(15));

    // Then
    assertThat(others.read(Tickets.Kind.DOWNLOAD, download())).isEmpty();
  }

  /// Whatever is changed, it is no ticket any more.
  @Test
  void isSpoiltByEveryChange() {
    // Given
    String ticket = download();

    // Then
    for (int i = 0; i < ticket.length() - 1; i++) {
      char changed = ticket.charAt(i) == 'A' ? 'B' : 'A';
      String forged = ticket.substring(0, i) + changed + ticket.substring(i + 1);
      assertThat(tickets.read(Tickets.Kind.DOWNLOAD, forged)).isEmpty();
    }
    assertThat(tickets.read(Tickets.Kind.DOWNLOAD, "")).isEmpty();
    assertThat(tickets.read(Tickets.Kind.DOWNLOAD, ".")).isEmpty();
    assertThat(tickets.read(Tickets.Kind.DOWNLOAD, "***.***")).isEmpty();
  }

  private String download() {
    return tickets.make(Tickets.Kind.DOWNLOAD, FILE, "alice");
  }
}

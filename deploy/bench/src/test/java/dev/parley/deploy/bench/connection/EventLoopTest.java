package dev.parley.deploy.bench.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.bench.line.LineListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EventLoopTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final EventLoop loop = EventLoop.start("test");
  private final Heard heard = new Heard();
  private ServerSocket server;
  private Socket accepted;
  private Connection connection;

  @BeforeEach
  void connect() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    connection =
        loop.connect(
                (InetSocketAddress) server.getLocalSocketAddress(), null, new LineProtocol(), heard)
            .join();
    accepted = server.accept();
  }

  @AfterEach
  void close() throws IOException {
    loop.close();
    accepted.close();
    server.close();
  }

  @Test
  void handsOverWhatTheServerSays() throws IOException {
    // When
    accepted.getOutputStream().write("one\ntwo\n".getBytes(StandardCharsets.US_ASCII));

    // Then
    Awaitility.await().untilAsserted(() -> assertThat(heard.lines).containsExactly("one", "two"));
  }

  @Test
  void writesWhatIsSaidInItsOrder() throws IOException {
    // Given
    byte[] bytes = "0123456789".getBytes(StandardCharsets.US_ASCII);

    // When
    loop.execute(() -> {
      connection.say(bytes, 0, 3);
      connection.say(bytes, 3, 7);
    });

    // Then
    assertThat(accepted.getInputStream().readNBytes(10)).isEqualTo(bytes);
  }

  @Test
  void writesMoreThanTheSocketTakesAtATime() throws IOException {
    // Given
    byte[] bytes = new byte[Connection.MAX_UNWRITTEN];
    bytes[bytes.length - 1] = 42;

    // When
    loop.execute(() -> connection.say(bytes, 0, bytes.length));

    // Then
    assertThat(accepted.getInputStream().readNBytes(bytes.length)).isEqualTo(bytes);
    assertThat(heard.closed).isNotDone();
  }

  @Test
  void givesUpAServerThatDoesNotRead() {
    // Given
    byte[] bytes = new byte[64 * 1024];

    // When
    loop.onTurn(_ -> connection.say(bytes, 0, bytes.length));
    loop.wakeUp();

    // Then
    Awaitility.await()
        .atMost(LIMIT)
        .until(() -> {
          loop.wakeUp();
          return heard.closed.isDone();
        });
    assertThat(heard.closed.join()).contains("bytes unread");
  }

  @Test
  void tellsThatTheServerClosed() throws IOException {
    // When
    accepted.close();

    // Then
    assertThat(heard.closed).succeedsWithin(LIMIT).isEqualTo("closed by the server");
  }

  @Test
  void closesAConnectionWhoseLineHasNoEnd() throws IOException {
    // When
    accepted.getOutputStream().write(new byte[64 * 1024]);

    // Then
    assertThat(heard.closed).succeedsWithin(LIMIT).asString().contains("a line must have at most");
  }

  @Test
  void outlivesATaskThatFails() {
    // Given
    loop.execute(() -> {
      throw new IllegalStateException("wanted by a test");
    });

    // When
    CompletableFuture<Integer> next = loop.call(() -> 42);

    // Then
    assertThat(next).succeedsWithin(LIMIT).isEqualTo(42);
  }

  @Test
  void tellsThatNobodyListens() throws IOException {
    // Given
    InetSocketAddress free;
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = (InetSocketAddress) other.getLocalSocketAddress();
    }

    // When
    CompletableFuture<Connection> opened = loop.connect(free, null, new LineProtocol(), heard);

    // Then
    assertThat(opened).failsWithin(LIMIT);
  }

  private static final class Heard implements LineListener {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();

    @Override
    public void onLine(byte[] bytes, int from, int to, long nanos) {
      lines.add(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }

    @Override
    public void onClosed(String cause) {
      closed.complete(cause);
    }
  }
}

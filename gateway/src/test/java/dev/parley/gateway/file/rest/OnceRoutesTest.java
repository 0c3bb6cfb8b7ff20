package dev.parley.gateway.file.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.Post;
import dev.parley.gateway.file.FileFixtures;
import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.ForwardingStore;
import dev.parley.gateway.file.StoredFile;
import dev.parley.gateway.file.Tickets;
import dev.parley.gateway.file.Uploads;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Addresses of one use.
class OnceRoutesTest extends FilesOverHttp {
  @Test
  void takesAFileWithAnAddressOfOneUseAndPostsIt() {
    // Given
    String address = upload("alice", 5);

    // When
    HttpResponse<String> sent = put(address, "hello");
    HttpResponse<String> again = put(address, "hello");

    // Then
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.body()).isEqualTo("sent to #team as message 7\n");
    assertThat(again.statusCode()).isIn(404, 410);
    assertThat(services.posts()).hasSize(1);
    assertThat(services.posts().getFirst().text()).isEqualTo("a.txt");
  }

  @ParameterizedTest
  @CsvSource({"hell, 400", "hello!, 413"})
  void forgetsAFileThatIsNotAsAnnounced(String text, int status) {
    // When
    HttpResponse<String> answer = put(upload("alice", 5), text);

    // Then
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(services.posts()).isEmpty();
  }

  @Test
  void handsOutAFileOnceWithAnAddress() {
    // Given
    byte[] bytes = {1, 2, 3};
    String ticket = parts.tickets().make(Tickets.Kind.DOWNLOAD, id(attached(bytes)), "bob");

    // When
    HttpResponse<byte[]> got = once(ticket);

    // Then
    assertThat(got.body()).isEqualTo(bytes);
    assertThat(once(ticket).statusCode()).isEqualTo(410);
  }

  @Test
  void asksWhetherTheAccountOfAnAddressMayHaveTheFile() {
    // Given
    String file = id(attached(new byte[] {1}));
    services.answerFetch(fetch -> fetch.account().equals("bob") ? null : ErrorCode.NOT_MEMBER);

    // When / Then
    String foreign = parts.tickets().make(Tickets.Kind.DOWNLOAD, file, "eve");
    assertThat(once(foreign).statusCode()).isEqualTo(404);
    services.close("bob");
    String closed = parts.tickets().make(Tickets.Kind.DOWNLOAD, file, "bob");
    assertThat(once(closed).statusCode()).isEqualTo(401);
  }

  @Test
  void takesNoAddressThatIsOverOrForged() {
    // Given
    String file = id(attached(new byte[] {1}));
    Tickets past = FileFixtures.tickets(() -> Instant.now().minusSeconds(16 * 60));
    String good = parts.tickets().make(Tickets.Kind.DOWNLOAD, file, "bob");

    // When / Then
    assertThat(once(past.make(Tickets.Kind.DOWNLOAD, file, "bob")).statusCode()).isEqualTo(410);
    assertThat(once(good.substring(1)).statusCode()).isEqualTo(410);
    assertThat(once(parts.tickets().make(Tickets.Kind.UPLOAD, file, "bob")).statusCode())
        .isEqualTo(410);
  }

  @ParameterizedTest
  @EnumSource(names = {"MARK", "ANSWER_TO_MARK", "OPEN"})
  void handsOutAFileAfterAFaultThatPassed(FaultyStore.Fault fault) {
    // Given
    byte[] bytes = {1, 2, 3};
    String file = id(attached(bytes));
    routes.open(deskOn(new FaultyStore(store, fault)));
    String ticket = parts.tickets().make(Tickets.Kind.DOWNLOAD, file, "bob");

    // When
    HttpResponse<byte[]> failed = once(ticket);
    HttpResponse<byte[]> got = once(ticket);

    // Then
    assertThat(failed.statusCode()).isEqualTo(503);
    assertThat(header(failed, "Retry-After")).isEqualTo("5");
    assertThat(header(failed, "Content-Disposition")).isEmpty();
    assertThat(got.body()).isEqualTo(bytes);
    assertThat(once(ticket).statusCode()).isEqualTo(410);
  }

  /// The store fails while the file is on its way: what came is cut short, and can be had again.
  @Test
  void handsOutAFileAgainThatTheStoreCutShort() {
    // Given
    byte[] bytes = random(900_000);
    String file = id(attached(bytes));
    routes.open(deskOn(new FaultyStore(store, FaultyStore.Fault.READ)));
    String ticket = parts.tickets().make(Tickets.Kind.DOWNLOAD, file, "bob");

    // When / Then
    assertThatThrownBy(() -> once(ticket)).hasCauseInstanceOf(IOException.class);
    assertThat(once(ticket).body()).isEqualTo(bytes);
    assertThat(once(ticket).statusCode()).isEqualTo(410);
  }

  @Test
  void forgetsAFileForWhichTheDiskHasNoRoom() {
    // Given
    routes.open(deskOn(new FullStore(store)));
    String address = upload("alice", 5);

    // When
    HttpResponse<String> answer = put(address, "hello");

    // Then
    assertThat(answer.statusCode()).isEqualTo(507);
    assertThat(put(address, "hello").statusCode()).isIn(404, 410);
    assertThat(store.usage("alice").files()).isZero();
    assertThat(leftIn("files")).isEmpty();
    assertThat(services.posts()).isEmpty();
  }

  @Test
  void usesUpNoAddressForAPartThatIsNotThere() {
    // Given
    String ticket =
        parts.tickets().make(Tickets.Kind.DOWNLOAD, id(attached(new byte[] {1})), "bob");

    // When
    HttpResponse<byte[]> none =
        send(
            HttpRequest.newBuilder(uri("/api/files/once/" + ticket)).header("Range", "bytes=9-"),
            BodyHandlers.ofByteArray());

    // Then
    assertThat(none.statusCode()).isEqualTo(416);
    assertThat(once(ticket).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(names = {"MARK", "ANSWER_TO_MARK", "OPEN", "WRITE", "ANSWER_TO_COMMIT"})
  void takesAFileAfterAFaultThatPassed(FaultyStore.Fault fault) {
    // Given
    routes.open(deskOn(new FaultyStore(store, fault)));
    String address = upload("alice", 5);

    // When
    HttpResponse<String> failed = put(address, "hello");
    HttpResponse<String> sent = put(address, "hello");

    // Then
    assertThat(failed.statusCode()).isEqualTo(503);
    assertThat(header(failed, "Retry-After")).isEqualTo("5");
    assertThat(sent.body()).isEqualTo("sent to #team as message 7\n");
    assertThat(put(address, "hello").statusCode()).isEqualTo(410);
    assertThat(services.posts()).hasSize(1);
  }

  /// Two requests with one address: the first brought the bytes and gave the address back, as when
  /// it could not post, after the second had looked at the file.
  @Test
  void goesOnWithWhatAnotherRequestHasBroughtMeanwhile() {
    // Given
    routes.open(deskOn(new BringingStore(store)));

    // When
    HttpResponse<String> sent = put(upload("alice", 5), "hello");

    // Then
    assertThat(sent.body()).isEqualTo("sent to #team as message 7\n");
    assertThat(services.posts()).hasSize(1);
  }

  /// Brings the bytes of all pending files before an address is taken.
  private static final class BringingStore extends ForwardingStore {
    BringingStore(FileStore store) {
      super(store);
    }

    @Override
    public boolean mark(String name, String by) {
      for (String id : pending(10)) {
        try (Appender other = append(id).orElseThrow()) {
          other.write(ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8)));
          other.commit(Long.MAX_VALUE);
        }
      }
      return super.mark(name, by);
    }
  }

  /// The bytes are there, and nobody knows whether the message is: the same again is sent as the
  /// same message.
  @Test
  void takesNothingElseForAFileThatIsThere() {
    // Given
    String address = sentAndNotPosted();

    // When
    HttpResponse<String> other = put(address, "hell!");

    // Then
    assertThat(other.statusCode()).isEqualTo(400);
    assertThat(other.body()).contains("other bytes came than before");
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "INTERNAL"})
  void postsAFileAgainOfWhichNobodyKnowsWhetherItWasPosted(ErrorCode answer) {
    // Given
    String address = upload("alice", 5);
    services.failPosts(answer);
    assertThat(put(address, "hello").statusCode()).isGreaterThanOrEqualTo(500);
    services.failPosts(null);

    // When
    HttpResponse<String> sent = put(address, "hello");

    // Then
    assertThat(sent.body()).isEqualTo("sent to #team as message 7\n");
    assertThat(services.posts()).extracting(Post::clientMessageId).hasSize(2);
    assertThat(services.posts().getFirst().clientMessageId())
        .isEqualTo(services.posts().getLast().clientMessageId());
  }

  private String sentAndNotPosted() {
    String address = upload("alice", 5);
    services.failPosts(ErrorCode.UNAVAILABLE);
    assertThat(put(address, "hello").statusCode()).isEqualTo(503);
    services.failPosts(null);
    return address;
  }

  private String upload(String account, long size) {
    StoredFile file =
        parts.uploads().begin(account, new Uploads.Wish("a.txt", size, null, "#team"));
    return "/api/files/once/" + parts.tickets().make(Tickets.Kind.UPLOAD, file.id(), account);
  }

  private HttpResponse<String> put(String address, String text) {
    return send(
        HttpRequest.newBuilder(uri(address)).timeout(LIMIT).PUT(BodyPublishers.ofString(text)));
  }

  private HttpResponse<byte[]> once(String ticket) {
    return send(
        HttpRequest.newBuilder(uri("/api/files/once/" + ticket)).timeout(LIMIT),
        BodyHandlers.ofByteArray());
  }
}

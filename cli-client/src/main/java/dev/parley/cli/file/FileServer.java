package dev.parley.cli.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.frame.FileRef;
import dev.parley.cli.frame.Frames;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// `/api/files` of one server, for one account. Methods wait; they throw [IOException] where the
/// server is out of reach, and [RefusedException] where it says no.
public final class FileServer {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
  private static final String ROOT = "/api/files";
  private static final int MOST_OF_A_REFUSAL = 8_192;

  private final HttpClient http;
  private final URI root;
  private final String token;

  /// Speaks to the server of a door.
  ///
  /// @param door `ws` or `wss` address of the door
  /// @param tls who is trusted; `null` for the JDK's own choice
  /// @param token of the session
  public FileServer(URI door, @Nullable SSLContext tls, String token) {
    HttpClient.Builder client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_LIMIT);
    if (tls != null) {
      client.sslContext(tls);
    }
    this.http = client.build();
    String scheme = door.getScheme().equals("wss") ? "https" : "http";
    this.root = URI.create(scheme + "://" + door.getRawAuthority());
    this.token = token;
  }

  /// Begins an upload.
  ///
  /// @param name name of the file
  /// @param size its bytes
  /// @param sha256 their hash, in hex
  /// @return path of the upload
  String begin(String name, long size, String sha256) throws IOException {
    HttpRequest.Builder request =
        tus(ROOT)
            .header("Upload-Length", Long.toString(size))
            .header("Upload-Metadata", "filename " + base64(name) + ",sha256 " + base64(sha256))
            .POST(BodyPublishers.noBody());
    return send(request).headers().firstValue("Location").orElseThrow(FileServer::noServer);
  }

  /// {@return how many bytes of an upload are safe}
  ///
  /// @param upload its path
  long offset(String upload) throws IOException {
    return offset(send(tus(upload).method("HEAD", BodyPublishers.noBody())));
  }

  /// Sends the next bytes: they arrive as a whole, or not at all.
  ///
  /// @param upload its path
  /// @param offset how many bytes are safe
  /// @param chunk the bytes
  /// @param length how many of them
  /// @return how many bytes are safe now
  long append(String upload, long offset, byte[] chunk, int length) throws IOException {
    MessageDigest digest = Hashes.sha256();
    digest.update(chunk, 0, length);
    BodyPublisher body = BodyPublishers.ofByteArray(chunk, 0, length);
    HttpRequest.Builder request =
        tus(upload)
            .header("Upload-Offset", Long.toString(offset))
            .header("Content-Type", "application/offset+octet-stream")
            .header(
                "Upload-Checksum", "sha256 " + Base64.getEncoder().encodeToString(digest.digest()))
            .method("PATCH", body);
    return offset(send(request));
  }

  /// {@return the bytes of a file, from a position on}
  ///
  /// @param file which
  /// @param from position of the first byte
  InputStream get(FileRef file, long from) throws IOException {
    HttpRequest.Builder request = request(ROOT + "/" + file.id());
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    return send(request.GET()).body();
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
      if (answer.statusCode() / 100 == 2) {
        return answer;
      }
      throw refusal(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// What may go better at the next try is told as if the server were out of reach.
  private static RuntimeException refusal(HttpResponse<InputStream> answer) throws IOException {
    try (InputStream body = answer.body()) {
      String text = new String(body.readNBytes(MOST_OF_A_REFUSAL), StandardCharsets.UTF_8);
      int status = answer.statusCode();
      if (status == 409 || status == 423 || status == 429 || (status >= 502 && status <= 504)) {
        throw new IOException("status " + status);
      }
      JsonNode problem = text.startsWith("{") ? Frames.JSON.readTree(text) : Frames.JSON.nullNode();
      String code = problem.path("code").asText("unavailable");
      return new RefusedException(code, problem.path("message").asText("status " + status), 0);
    }
  }

  private HttpRequest.Builder tus(String path) {
    return request(path).header("Tus-Resumable", "1.0.0");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve(path))
        .timeout(ANSWER_LIMIT)
        .header("Authorization", "Bearer " + token);
  }

  private static long offset(HttpResponse<?> answer) throws IOException {
    return answer.headers().firstValueAsLong("Upload-Offset").orElseThrow(FileServer::noServer);
  }

  private static IOException noServer() {
    return new IOException("this is no Parley server");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

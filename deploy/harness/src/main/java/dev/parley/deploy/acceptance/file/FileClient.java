package dev.parley.deploy.acceptance.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Uploads by tus, and downloads, for one account.
public final class FileClient implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
  private final URI root;
  private final String token;

  /// Speaks to a gateway.
  ///
  /// @param root address of its web page
  /// @param token of a login
  public FileClient(URI root, String token) {
    this.root = root;
    this.token = token;
  }

  /// Begins an upload.
  ///
  /// @param name name of the file
  /// @param bytes what it will hold
  /// @return path of the upload
  /// @throws IOException if the gateway is out of reach or refuses
  public String begin(String name, byte[] bytes) throws IOException {
    String metadata =
        "filename " + base64(name) + ",sha256 " + base64(HexFormat.of().formatHex(sha256(bytes)));
    HttpResponse<InputStream> answer =
        send(
            tus("/api/files")
                .header("Upload-Length", Integer.toString(bytes.length))
                .header("Upload-Metadata", metadata)
                .POST(BodyPublishers.noBody()));
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /// {@return how many bytes of an upload are safe}
  ///
  /// @param upload its path
  /// @throws IOException if the gateway is out of reach or refuses
  public int offset(String upload) throws IOException {
    return offsetOf(send(tus(upload).method("HEAD", BodyPublishers.noBody())));
  }

  /// Sends a chunk with its hash.
  ///
  /// @param upload path of the upload
  /// @param offset how many bytes are safe
  /// @param chunk the next bytes
  /// @param breakAfter bytes after which the connection is cut, or -1 for never
  /// @return how many bytes are safe now
  /// @throws IOException if the connection broke, or the gateway refuses
  public int append(String upload, int offset, byte[] chunk, int breakAfter) throws IOException {
    InputStream body = new ByteArrayInputStream(chunk);
    BodyPublisher publisher =
        breakAfter < 0
            ? BodyPublishers.ofByteArray(chunk)
            : BodyPublishers.ofInputStream(() -> new BreakingStream(body, breakAfter));
    return offsetOf(
        send(
            tus(upload)
                .header("Upload-Offset", Integer.toString(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .header(
                    "Upload-Checksum",
                    "sha256 " + Base64.getEncoder().encodeToString(sha256(chunk)))
                .method("PATCH", publisher)));
  }

  /// {@return status of a request for a file}
  ///
  /// @param file its id
  /// @throws IOException if the gateway is out of reach
  public int status(String file) throws IOException {
    HttpResponse<InputStream> answer = exchange(request("/api/files/" + file).GET());
    answer.body().close();
    return answer.statusCode();
  }

  /// {@return the bytes of a file from a position on, as they come}
  ///
  /// @param file its id
  /// @param from position of the first
  /// @throws IOException if the gateway is out of reach or refuses
  public InputStream get(String file, int from) throws IOException {
    HttpRequest.Builder request = request("/api/files/" + file);
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    return send(request.GET()).body();
  }

  /// {@return SHA-256 of some bytes}
  ///
  /// @param bytes any
  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException {
    HttpResponse<InputStream> answer = exchange(request);
    if (answer.statusCode() / 100 != 2) {
      String body = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
      throw new IOException("status " + answer.statusCode() + " " + body);
    }
    return answer;
  }

  private HttpResponse<InputStream> exchange(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private HttpRequest.Builder tus(String path) {
    return request(path).header("Tus-Resumable", "1.0.0");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve(path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + token);
  }

  private static int offsetOf(HttpResponse<?> answer) {
    return Math.toIntExact(answer.headers().firstValueAsLong("Upload-Offset").orElseThrow());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Fails after so many bytes, which breaks the connection.
  private static final class BreakingStream extends InputStream {
    private final InputStream bytes;
    private int left;

    BreakingStream(InputStream bytes, int left) {
      this.bytes = bytes;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte @Nullable [] buffer, int offset, int length) throws IOException {
      if (left <= 0) {
        throw new IOException("cut");
      }
      int read = bytes.read(buffer, offset, Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }
  }
}

package dev.parley.gateway.file.s3;

import dev.parley.gateway.file.StoreFaultException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A bucket behind Amazon's client, which speaks to every store of that kind.
///
/// Whoever holds a bucket must keep its listings and reads in step with what was written, as Amazon
/// S3 has since 2020.
final class AwsObjectStore implements ObjectStore {
  private static final int PAGE = 1_000;
  private static final String BYTES = "application/octet-stream";

  private final S3Client client;
  private final String bucket;
  private final S3Faults faults;

  AwsObjectStore(S3Client client, S3Settings settings) {
    this.client = client;
    this.bucket = settings.bucket();
    this.faults = new S3Faults(settings);
  }

  /// {@return a bucket; nothing is asked of it}
  static ObjectStore open(S3Settings settings) {
    return new AwsObjectStore(S3Clients.of(settings), settings);
  }

  @Override
  public Optional<Held> get(String key) {
    try {
      ResponseBytes<GetObjectResponse> held =
          client.getObjectAsBytes(request -> request.bucket(bucket).key(key));
      return Optional.of(new Held(held.asByteArrayUnsafe(), held.response().eTag()));
    } catch (S3Exception e) {
      if (S3Faults.isMissingObject(e)) {
        return Optional.empty();
      }
      throw faults.of(e);
    } catch (SdkException e) {
      throw faults.of(e);
    }
  }

  @Override
  public void put(String key, byte[] bytes, int length) {
    ask(() -> write(key, bytes, length, _ -> {}));
  }

  @Override
  public boolean putIfAbsent(String key, byte[] bytes) {
    return unlessRefused(() -> write(key, bytes, bytes.length, put -> put.ifNoneMatch("*")));
  }

  @Override
  public boolean replace(String key, String tag, byte[] bytes) {
    return unlessRefused(() -> write(key, bytes, bytes.length, put -> put.ifMatch(tag)));
  }

  private Object write(
      String key, byte[] bytes, int length, Consumer<PutObjectRequest.Builder> condition) {
    PutObjectRequest.Builder put =
        PutObjectRequest.builder().bucket(bucket).key(key).contentMD5(md5(bytes, length));
    condition.accept(put);
    return client.putObject(
        put.build(),
        RequestBody.fromContentProvider(
            ContentStreamProvider.fromInputStreamSupplier(
                () -> new ByteArrayInputStream(bytes, 0, length)),
            length,
            BYTES));
  }

  private boolean unlessRefused(Supplier<Object> write) {
    try {
      Object _ = write.get();
      return true;
    } catch (S3Exception e) {
      if (S3Faults.isConflict(e) || S3Faults.isMissingObject(e)) {
        return false;
      }
      throw faults.of(e);
    } catch (SdkException e) {
      throw faults.of(e);
    }
  }

  @Override
  public InputStream open(String key, long from, long length) {
    return ask(() ->
        client.getObject(request ->
            request.bucket(bucket).key(key).range("bytes=" + from + "-" + (from + length - 1))));
  }

  @Override
  public void delete(String key) {
    ask(() -> client.deleteObject(request -> request.bucket(bucket).key(key)));
  }

  @Override
  public List<Listed> list(String prefix, int limit) {
    List<Listed> listed = new ArrayList<>();
    String next = null;
    do {
      ListObjectsV2Response page = page(prefix, Math.min(PAGE, limit - listed.size()), next);
      for (S3Object each : page.contents()) {
        listed.add(new Listed(each.key(), each.lastModified()));
      }
      next = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
    } while (next != null && listed.size() < limit);
    return listed;
  }

  private ListObjectsV2Response page(String prefix, int size, @Nullable String next) {
    return ask(() ->
        client.listObjectsV2(request ->
            request.bucket(bucket).prefix(prefix).maxKeys(size).continuationToken(next)));
  }

  private <T> T ask(Supplier<T> request) {
    try {
      return request.get();
    } catch (SdkException e) {
      throw faults.of(e);
    }
  }

  /// Not against an attacker: so that the store finds out if bytes changed on their way.
  private static String md5(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      digest.update(bytes, 0, length);
      return Base64.getEncoder().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new StoreFaultException("this JVM has no MD5", e);
    }
  }
}

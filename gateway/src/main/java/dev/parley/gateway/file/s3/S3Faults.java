package dev.parley.gateway.file.s3;

import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoreFullException;
import java.net.URI;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What the answers of a store mean that are no success: for its operator, who reads the log.
final class S3Faults {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;
  private static final int FORBIDDEN = 403;
  private static final int INSUFFICIENT_STORAGE = 507;

  /// Ceph, MinIO and others; Amazon's own is never full.
  private static final Set<String> FULL =
      Set.of("QuotaExceeded", "XMinioStorageFull", "XMinioAdminBucketQuotaExceeded");

  private final S3Settings settings;

  S3Faults(S3Settings settings) {
    this.settings = settings;
  }

  static boolean isMissingObject(S3Exception e) {
    return e.statusCode() == NOT_FOUND && !code(e).equals("NoSuchBucket");
  }

  /// Somebody else was faster, before or at the same moment.
  static boolean isConflict(S3Exception e) {
    return e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT;
  }

  StoreFaultException of(SdkException e) {
    if (e instanceof S3Exception answer) {
      String code = code(answer);
      if (answer.statusCode() == INSUFFICIENT_STORAGE || FULL.contains(code)) {
        return new StoreFullException(e);
      }
      if (code.equals("NoSuchBucket")) {
        return fault("there is no bucket %s at %s: make it, or set %s.bucket", e);
      }
      if (answer.statusCode() == FORBIDDEN) {
        return fault(
            "the bucket %s at %s refuses the key pair: check %s.access-key and .secret-key, and what"
                + " they may do",
            e);
      }
      return fault("the bucket %s at %s cannot serve a request", e);
    }
    return fault("the bucket %s at %s cannot be reached: check %s.endpoint", e);
  }

  private StoreFaultException fault(String text, SdkException e) {
    return new StoreFaultException(
        text.formatted(settings.bucket(), place(), "parley.gateway.files.s3"), e);
  }

  /// An address may hold a password.
  private String place() {
    URI endpoint = settings.endpoint();
    return endpoint == null
        ? "Amazon, " + settings.region()
        : endpoint.getHost() + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort());
  }

  private static String code(S3Exception e) {
    AwsErrorDetails details = e.awsErrorDetails();
    String code = details == null ? null : details.errorCode();
    return code == null ? "" : code;
  }
}

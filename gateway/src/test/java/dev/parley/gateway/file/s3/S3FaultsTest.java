package dev.parley.gateway.file.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoreFullException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3FaultsTest {
  private final S3Faults faults =
      new S3Faults(
          new S3Settings(
              URI.create("https://user:very-secret@s3.example"),
              "us-east-1",
              "files",
              true,
              "a",
              "very-secret",
              Duration.ofSeconds(1),
              1,
              1 << 20));

  @ParameterizedTest
  @CsvSource({"507, Other", "403, QuotaExceeded", "400, XMinioStorageFull"})
  void knowsAStoreThatIsFull(int status, String code) {
    assertThat(faults.of(answer(status, code))).isInstanceOf(StoreFullException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "404, NoSuchBucket, there is no bucket files at s3.example",
    "403, AccessDenied, refuses the key pair",
    "500, InternalError, cannot serve a request"
  })
  void saysWhatTheOperatorCanDo(int status, String code, String text) {
    // When
    StoreFaultException fault = faults.of(answer(status, code));

    // Then
    assertThat(fault)
        .isExactlyInstanceOf(StoreFaultException.class)
        .hasMessageContaining(text)
        .message()
        .doesNotContain("very-secret");
  }

  @Test
  void saysThatAStoreIsOutOfReach() {
    assertThat(faults.of(SdkClientException.create("connection refused")))
        .hasMessageContaining("cannot be reached: check parley.gateway.files.s3.endpoint");
  }

  private static SdkException answer(int status, String code) {
    return S3Exception.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }
}

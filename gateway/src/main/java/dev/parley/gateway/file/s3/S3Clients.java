package dev.parley.gateway.file.s3;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// Makes Amazon's client: with what is configured and nothing else, of what other stores know too.
final class S3Clients {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private S3Clients() {}

  static S3Client of(S3Settings settings) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
            .forcePathStyle(settings.pathStyle())
            // Trailing checksums are Amazon's; MD5 goes with each write, which all know.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(
                service -> service.chunkedEncodingEnabled(false).expectContinueEnabled(false))
            .overrideConfiguration(override ->
                override
                    .retryStrategy(retries -> retries.maxAttempts(settings.attempts()))
                    .apiCallAttemptTimeout(settings.timeout())
                    // Nothing of the machine's own has a say.
                    .defaultProfileFile(ProfileFile.aggregator().build()))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(settings.timeout()));
    if (settings.endpoint() != null) {
      builder.endpointOverride(settings.endpoint());
    }
    return builder.build();
  }
}

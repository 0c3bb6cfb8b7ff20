package dev.parley.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void allowsABurstAndThenSaysHowLongToWait() {
    TokenBucket bucket = new TokenBucket(20, 3, 0);
    assertThat(bucket.take(0)).isZero();
    assertThat(bucket.take(0)).isZero();
    assertThat(bucket.take(0)).isZero();
    assertThat(bucket.take(0)).isEqualTo(50);
  }

  @Test
  void givesTokensBackWithTime() {
    TokenBucket bucket = new TokenBucket(20, 1, 0);
    bucket.take(0);
    assertThat(bucket.take(SECOND / 40)).isEqualTo(25);
    assertThat(bucket.take(SECOND / 20)).isZero();
  }

  @Test
  void neverHoldsMoreThanTheBurst() {
    TokenBucket bucket = new TokenBucket(20, 2, 0);
    long later = 3_600 * SECOND;
    assertThat(bucket.take(later)).isZero();
    assertThat(bucket.take(later)).isZero();
    assertThat(bucket.take(later)).isPositive();
  }
}

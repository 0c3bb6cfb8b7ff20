package dev.parley.auth.password;

import dev.parley.password.Argon2;
import dev.parley.password.PasswordHash;
import dev.parley.password.PasswordHash.Cost;
import dev.parley.password.PasswordRule;
import dev.parley.password.Secret;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Hashes and checks passwords on as many threads as there are cores, with few in the queue.
///
/// More at once would only make each of them later. A request takes a [Place] first, and only then
/// touches what it would have to undo if there were none. There are as many places as cores and
/// `max-waiting` together; who finds all taken waits at most `max-wait`. Safe for many threads.
@Singleton
public final class PasswordHashing {
  private static final int IDLE_SECONDS = 30;
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(500)
  };

  private final Argon2 argon2;
  private final Semaphore places;
  private final Duration maxWait;
  private final ExecutorService threads;
  private final Timer timer;

  @Inject
  PasswordHashing(PasswordConfig config, SecureRandom random, MeterRegistry meters) {
    Cost cost = new Cost(config.memoryKib(), config.iterations(), config.parallelism());
    int cores = Runtime.getRuntime().availableProcessors();
    this.argon2 = new Argon2(cost, random);
    this.places = new Semaphore(cores + config.maxWaiting(), true);
    this.maxWait = config.maxWait();
    this.threads = threads(cores);
    this.timer = Timer.builder("parley.auth.hash").serviceLevelObjectives(BUCKETS).register(meters);
    Gauge.builder("parley.auth.hash.places", places, Semaphore::availablePermits).register(meters);
    Gauge.builder("parley.auth.hash.waiting", places, Semaphore::getQueueLength).register(meters);
  }

  /// Threads end when there is nothing to hash for a while, and with them the memory they keep.
  /// Their queue holds what has a place, no more.
  private static ExecutorService threads(int count) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            count,
            count,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("hash-", 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /// Waits for a place, at most `max-wait`.
  ///
  /// @return a place to be closed, or empty if the service is busy
  public Optional<Place> enter() {
    try {
      boolean entered = places.tryAcquire(maxWait.toNanos(), TimeUnit.NANOSECONDS);
      return entered ? Optional.of(new Place()) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// Lets the threads finish what they are at.
  @PreDestroy
  void close() {
    threads.shutdown();
  }

  /// The right to have passwords hashed, one after the other. For one thread.
  public final class Place implements AutoCloseable {
    private Place() {}

    /// {@return a PHC string to be stored}
    ///
    /// @param password the password; not longer than the rule allows
    public String hash(Secret password) {
      return run(() -> argon2.hash(password)).phc();
    }

    /// {@return whether the password is right}
    ///
    /// @param password what somebody typed; if it is longer than any password can be, it is wrong
    ///   without being hashed
    /// @param stored the account's PHC string; if empty, the same time is taken and it is wrong
    public boolean matches(Secret password, Optional<String> stored) {
      return password.length() <= PasswordRule.MAX_LENGTH
          && run(() -> argon2.matches(password, stored.map(PasswordHash::parse)));
    }

    /// {@return whether the hash was made at another cost than today's}
    ///
    /// @param stored a PHC string
    public boolean isOutdated(String stored) {
      return argon2.isOutdated(PasswordHash.parse(stored));
    }

    /// Gives the place to the next one.
    @Override
    public void close() {
      places.release();
    }

    private <T> T run(Supplier<T> work) {
      return CompletableFuture.supplyAsync(() -> timer.record(work), threads).join();
    }
  }
}

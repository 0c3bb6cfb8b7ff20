package dev.parley.gateway.file;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.exchange.RequestFailedException;
import java.util.HashMap;
import java.util.Map;

/// Counts the uploads and downloads of each account that are under way. Safe for many threads.
public final class Transfers {
  private final int most;
  private final Map<String, Integer> underWay = new HashMap<>();

  /// Counts from nothing.
  ///
  /// @param most transfers of an account at one time
  public Transfers(int most) {
    this.most = most;
  }

  /// Lets a transfer begin.
  ///
  /// @param account handle
  /// @return to be closed when it has ended
  /// @throws RequestFailedException with `rate_limited` if the account has too many under way
  public synchronized Transfer begin(String account) {
    int now = underWay.merge(account, 1, Integer::sum);
    if (now > most) {
      end(account);
      throw new RequestFailedException(
          ErrorCode.RATE_LIMITED, "at most " + most + " files are transferred at one time", 1_000);
    }
    return () -> end(account);
  }

  private synchronized void end(String account) {
    underWay.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
  }

  /// One that is under way.
  @FunctionalInterface
  public interface Transfer extends AutoCloseable {
    @Override
    void close();
  }
}

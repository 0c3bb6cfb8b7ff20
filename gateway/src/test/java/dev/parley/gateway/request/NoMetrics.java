package dev.parley.gateway.request;

import dev.parley.contracts.ErrorCode;

/// Counts nothing.
public final class NoMetrics implements RequestMetrics {
  @Override
  public void rejected(ErrorCode code) {}

  @Override
  public void posted() {}

  @Override
  public void acknowledged(long nanos) {}
}

package dev.parley.contracts.topic;

import org.jspecify.annotations.Nullable;

/// The cluster's topics are not as they must be.
public final class TopicLayoutException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TopicLayoutException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

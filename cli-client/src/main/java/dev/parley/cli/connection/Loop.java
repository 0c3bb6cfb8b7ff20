package dev.parley.cli.connection;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The one thread that everything of a client lives on. What fails there is told, and the loop goes
/// on; what is given to it after its end is forgotten.
public final class Loop extends ScheduledThreadPoolExecutor {

  private final Consumer<Throwable> onFailure;

  /// Starts the thread; it does not keep the program alive.
  ///
  /// @param onFailure hears what no task should have thrown
  public Loop(Consumer<Throwable> onFailure) {
    super(
        1,
        task -> {
          var thread = new Thread(task, "parley-loop");
          thread.setDaemon(true);
          return thread;
        },
        new DiscardPolicy());
    this.onFailure = onFailure;
    setRemoveOnCancelPolicy(true);
  }

  @Override
  protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
    if (task instanceof Future<?> future && future.isDone() && !future.isCancelled()) {
      try {
        future.get();
      } catch (ExecutionException e) {
        onFailure.accept(e.getCause() == null ? e : e.getCause());
      } catch (CancellationException _) {
        // It was not wanted any more.
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

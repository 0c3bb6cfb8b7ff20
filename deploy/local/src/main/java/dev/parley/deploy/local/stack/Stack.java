package dev.parley.deploy.local.stack;

import dev.parley.deploy.embedded.Folders;
import dev.parley.deploy.embedded.StartFailedException;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.control.ControlServer;
import dev.parley.deploy.local.home.RunLock;
import dev.parley.deploy.local.part.PortTable;
import dev.parley.deploy.local.part.Service;
import dev.parley.deploy.local.state.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A running stack: Kafka, PostgreSQL and the services, each supervised.
///
/// ```java
/// try (var stack = Stack.start(options, line -> {})) {
///   int port = stack.ports().of(Port.TCP);
/// }
/// ```
///
/// Methods may be called by any thread; starting, scaling and stopping block, with limits.
public final class Stack implements AutoCloseable {

  private final StackOptions options;
  private final RunLock lock;
  private final Roster roster;
  private final StateRecorder recorder;
  private final ControlServer control;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private Stack(StackOptions options, StackListener listener, RunLock lock) {
    this.options = options;
    this.lock = lock;
    this.recorder = new StateRecorder(options);
    var app = new AppFolder(options.root(), options.home());
    app.refresh();
    app.requireKnown(options.properties());
    this.roster = new Roster(new Parts(options, app), new Announcer(listener, recorder));
    this.control = new ControlServer(new ControlRequests(this));
  }

  /// Takes the data folder, and clears away what an earlier run has left there; starts no process.
  ///
  /// @param options what to start, and where
  /// @param listener is told what happens, also later
  /// @return a stack that [#start()] brings up and [#close()] gives back
  /// @throws TroubleException if the folder or a port is not free, or no service has a setting
  public static Stack open(StackOptions options, StackListener listener) {
    options.home().prepare();
    RunLock lock = RunLock.acquire(options.home());
    try {
      new Preparation(options, listener).run(lock);
      return new Stack(options, listener, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Opens a stack and starts it.
  ///
  /// @param options what to start, and where
  /// @param listener is told what happens, also later
  /// @return the running stack
  /// @throws TroubleException if it cannot be started; nothing is left running then
  public static Stack start(StackOptions options, StackListener listener) {
    Stack stack = open(options, listener);
    stack.start();
    return stack;
  }

  /// Starts all processes and waits until each is ready.
  ///
  /// @throws TroubleException if one of them does not become ready; the stack is closed then
  public void start() {
    try {
      recorder.open(roster, control.open(options.home()));
      roster.startAll(options);
      recorder.onReady();
    } catch (StartFailedException e) {
      close();
      throw unready(e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /// Changes the number of processes of a service.
  ///
  /// @param service which service
  /// @param count 1 to 9
  /// @throws TroubleException if the number is out of range or an instance does not start
  public void scale(Service service, int count) {
    StackOptions.requireCount(service, count);
    try {
      roster.scale(service, count, options);
    } catch (StartFailedException e) {
      throw unready(e);
    }
  }

  /// {@return the state as `status` shows it}
  public RunState state() {
    return recorder.current();
  }

  /// {@return the number of every port}
  public PortTable ports() {
    return options.ports();
  }

  /// {@return names of the processes that are starting or stopping, joined by commas}
  public String waitingFor() {
    return state().waitingFor();
  }

  /// {@return whether it has been stopped}
  public boolean isClosed() {
    return stopped.getCount() == 0;
  }

  /// Waits until the stack has been stopped.
  ///
  /// @throws InterruptedException if this thread is interrupted
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /// Stops everything: doors first, then the services, then Kafka and PostgreSQL.
  @Override
  public synchronized void close() {
    if (stopped.getCount() == 0) {
      return;
    }
    control.close();
    roster.stopAll();
    deleteThrowaway();
    SecretProperties.deleteAll(options.home().run());
    recorder.close();
    lock.close();
    stopped.countDown();
  }

  private void deleteThrowaway() {
    if (options.loadTest()) {
      Path data = options.home().data(true);
      try {
        Folders.delete(data);
      } catch (IOException _) {
        // The next load test empties it before it starts.
      }
    }
  }

  private TroubleException unready(StartFailedException e) {
    return new TroubleException(
        String.valueOf(e.getMessage()),
        "mend what the log names (all of it is in "
            + options.home().logs()
            + "), then ./parley up");
  }
}

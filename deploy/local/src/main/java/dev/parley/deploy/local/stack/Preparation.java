package dev.parley.deploy.local.stack;

import dev.parley.deploy.embedded.Folders;
import dev.parley.deploy.local.home.DataSwap;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.home.RunLock;
import dev.parley.deploy.local.part.Port;
import dev.parley.deploy.local.part.PortCheck;
import dev.parley.deploy.local.part.Service;
import dev.parley.deploy.local.part.ServiceInstance;
import dev.parley.deploy.local.state.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What has to be out of the way before a stack starts: the remains of a killed run, the data of an
/// earlier load test, and other programs on its ports.
final class Preparation {

  private static final String LOOPBACK = "127.0.0.1";

  private final StackOptions options;
  private final StackListener listener;

  Preparation(StackOptions options, StackListener listener) {
    this.options = options;
    this.listener = listener;
  }

  void run(RunLock lock) {
    if (lock.isTakenOver()) {
      clearKilledRun(options.home());
    }
    if (new DataSwap(options.home()).recover()) {
      listener.onLine("a restore was cut off before it was done; the data of before are back");
    }
    if (options.loadTest()) {
      emptyThrowaway();
    }
    Stream.of(Port.KAFKA, Port.KAFKA_CONTROLLER, Port.POSTGRES)
        .forEach(port -> PortCheck.requireFree(port, options.ports().of(port), LOOPBACK));
    for (Service service : Service.values()) {
      IntStream.rangeClosed(1, options.instancesOf(service))
          .forEach(number -> requireFree(new ServiceInstance(service, number), options));
    }
  }

  static void requireFree(ServiceInstance instance, StackOptions options) {
    Service service = instance.service();
    requireFree(Port.httpOf(service), instance, options, LOOPBACK);
    if (service == Service.GATEWAY) {
      requireFree(Port.WEB, instance, options, options.listen());
      requireFree(Port.HTTPS, instance, options, options.listen());
      requireFree(Port.TCP, instance, options, options.listen());
      requireFree(Port.TLS, instance, options, options.listen());
      requireFree(Port.SSH, instance, options, options.listen());
    }
  }

  private static void requireFree(
      Port port, ServiceInstance instance, StackOptions options, String address) {
    PortCheck.requireFree(port, options.ports().of(port, instance.number()), address);
  }

  private void clearKilledRun(Home home) {
    var file = new StateFile(home);
    int ended = file.read().map(LeftOvers::end).orElse(0);
    file.delete();
    listener.onLine(
        "an earlier run was killed before it could clean up; stale lock removed, left-over"
            + " processes ended: "
            + ended);
  }

  private void emptyThrowaway() {
    try {
      Folders.delete(options.home().data(true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.parley.deploy.local.stack;

import dev.parley.deploy.embedded.StartFailedException;
import dev.parley.deploy.local.part.Part;
import dev.parley.deploy.local.part.PartListener;
import dev.parley.deploy.local.part.Service;
import dev.parley.deploy.local.part.ServiceInstance;
import dev.parley.deploy.local.part.ServicePart;
import dev.parley.deploy.local.part.Supervised;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The parts of a stack, in the order of their start. Reading is safe for any thread; starting,
/// scaling and stopping take turns.
final class Roster {

  private static final Executor THREADS = command -> Thread.ofVirtual().start(command);

  private final Parts parts;
  private final PartListener listener;
  private final List<Supervised> members = new CopyOnWriteArrayList<>();

  Roster(Parts parts, PartListener listener) {
    this.parts = parts;
    this.listener = listener;
  }

  List<Supervised> members() {
    return members;
  }

  /// Starts Kafka and PostgreSQL together, then all services together.
  ///
  /// @throws StartFailedException with the first failure
  synchronized void startAll(StackOptions options) {
    start(List.of(add(parts.kafka()), add(parts.postgres())));
    var services = new ArrayList<Supervised>();
    for (Service service : Service.values()) {
      for (int number = 1; number <= options.instancesOf(service); number++) {
        services.add(add(parts.service(new ServiceInstance(service, number))));
      }
    }
    start(services);
  }

  /// Adds instances with the next numbers, or stops those with the highest.
  ///
  /// @throws StartFailedException if an added instance does not become ready; it is removed then
  synchronized void scale(Service service, int count, StackOptions options) {
    List<Supervised> present = select(part -> isOf(part, service));
    for (int number = present.size() + 1; number <= count; number++) {
      var instance = new ServiceInstance(service, number);
      Preparation.requireFree(instance, options);
      Supervised added = add(parts.service(instance));
      try {
        added.start();
      } catch (StartFailedException e) {
        remove(added);
        throw e;
      }
    }
    if (count < present.size()) {
      present.subList(count, present.size()).reversed().forEach(this::remove);
    }
  }

  /// Stops the doors, then the other services, then Kafka and PostgreSQL; each group at once.
  ///
  /// Does not wait for a start that is under way: stopping the parts makes that start fail.
  void stopAll() {
    List<Supervised> doors = select(part -> isOf(part, Service.GATEWAY));
    List<Supervised> services = select(part -> part.part() instanceof ServicePart);
    services.removeAll(doors);
    List<Supervised> foundation = select(part -> !(part.part() instanceof ServicePart));
    for (List<Supervised> group : List.of(doors, services, foundation)) {
      all(group, Supervised::stop);
    }
  }

  private Supervised add(Part part) {
    var added = new Supervised(part, listener);
    members.add(added);
    listener.onPhase(added);
    return added;
  }

  private void remove(Supervised member) {
    member.stop();
    members.remove(member);
    listener.onPhase(member);
  }

  private List<Supervised> select(Predicate<Supervised> wanted) {
    return new ArrayList<>(members.stream().filter(wanted).toList());
  }

  private static boolean isOf(Supervised member, Service service) {
    return member.part() instanceof ServicePart part && part.instance().service() == service;
  }

  private static void start(List<Supervised> group) {
    try {
      all(group, Supervised::start);
    } catch (CompletionException e) {
      if (e.getCause() instanceof StartFailedException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /// Does something with each member at the same time; the first failure ends the wait.
  private static void all(List<Supervised> group, Consumer<Supervised> action) {
    List<CompletableFuture<Void>> running =
        group.stream()
            .map(member -> CompletableFuture.runAsync(() -> action.accept(member), THREADS))
            .toList();
    var together = CompletableFuture.allOf(running.toArray(CompletableFuture[]::new));
    running.forEach(one -> one.exceptionally(failure -> failWith(together, failure)));
    together.join();
  }

  private static @Nullable Void failWith(CompletableFuture<Void> together, Throwable failure) {
    together.completeExceptionally(failure);
    return null;
  }
}

package dev.parley.deploy.bench.process;

import java.nio.file.Path;
import java.util.List;

/// The memory and threads of the stack's gateways, all together.
public final class GatewayMemory {

  private static final long KIB = 1024;

  private final List<Monitored> gateways;
  private final HeapProbe heap;
  private final ProcFiles files = new ProcFiles(Path.of("/proc"));

  /// Finds the gateways by their names, `gateway` or `gateway-1`.
  ///
  /// @param processes the stack's processes
  /// @throws IllegalArgumentException if there is none among them
  public GatewayMemory(List<Monitored> processes) {
    this.gateways = processes.stream().filter(p -> p.name().startsWith("gateway")).toList();
    this.heap = new HeapProbe();
    if (gateways.isEmpty()) {
      throw new IllegalArgumentException(
          "no gateway among the processes; name it by --process gateway=PID");
    }
  }

  /// How large they are.
  ///
  /// @param heap bytes of heap in use after a collection
  /// @param resident bytes resident in memory
  /// @param threads threads of the operating system
  public record Size(long heap, long resident, int threads) {}

  /// {@return bytes resident at the most since [#forgetMost]}
  public long most() {
    return gateways.stream().mapToLong(g -> files.highest(g.pid()) * KIB).sum();
  }

  /// Lets the most be what is resident now.
  ///
  /// @throws java.io.UncheckedIOException if one is no more, or of another user
  public void forgetMost() {
    gateways.forEach(g -> files.forgetHighest(g.pid()));
  }

  /// {@return how large they are now}
  ///
  /// @throws HeapUnknownException if one does not answer
  public Size measure() {
    long used = gateways.stream().mapToLong(g -> heap.usedAfterCollection(g.pid())).sum();
    long resident =
        gateways.stream()
            .flatMap(g -> files.memory(g.pid()).stream())
            .mapToLong(memory -> (memory.own() + memory.shared()) * KIB)
            .sum();
    int threads = gateways.stream().mapToInt(g -> files.threads(g.pid())).sum();
    return new Size(used, resident, threads);
  }
}

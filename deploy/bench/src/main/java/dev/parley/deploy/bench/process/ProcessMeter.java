package dev.parley.deploy.bench.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Measures what processes take between two moments. For one thread.
///
/// A process stands for its whole family: PostgreSQL's work is done by children. A descendant that
/// is itself on the list counts on its own line only.
public final class ProcessMeter {

  private final List<Monitored> processes;
  private final Set<Long> listed;
  private final ProcFiles files;
  private Map<Monitored, Double> cpuAtStart = Map.of();

  /// Names what is measured.
  ///
  /// @param processes processes of this machine
  public ProcessMeter(List<Monitored> processes) {
    this(processes, new ProcFiles(Path.of("/proc")));
  }

  ProcessMeter(List<Monitored> processes, ProcFiles files) {
    this.processes = processes.stream().distinct().toList();
    this.listed = processes.stream().map(Monitored::pid).collect(Collectors.toSet());
    this.files = files;
  }

  /// Begins to count.
  public void start() {
    cpuAtStart = processes.stream().collect(Collectors.toMap(Function.identity(), this::cpu));
  }

  /// {@return what each process took since the start}
  public List<ProcessUse> stop() {
    return processes.stream()
        .map(process ->
            new ProcessUse(
                process.name(),
                Math.max(0, cpu(process) - cpuAtStart.getOrDefault(process, 0.0)),
                memory(process)))
        .toList();
  }

  private double cpu(Monitored process) {
    return family(process).mapToDouble(pid -> files.cpuSeconds(pid).orElse(0.0)).sum();
  }

  private double memory(Monitored process) {
    List<ProcFiles.Memory> all =
        family(process).boxed().flatMap(pid -> files.memory(pid).stream()).toList();
    long own = all.stream().mapToLong(ProcFiles.Memory::own).sum();
    long shared = all.stream().mapToLong(ProcFiles.Memory::shared).max().orElse(0);
    return (own + shared) / 1024.0;
  }

  private LongStream family(Monitored process) {
    Stream<Long> descendants =
        ProcessHandle.of(process.pid()).stream().flatMap(this::unlistedDescendants);
    return Stream.concat(Stream.of(process.pid()), descendants).mapToLong(Long::longValue);
  }

  private Stream<Long> unlistedDescendants(ProcessHandle process) {
    return process
        .children()
        .filter(child -> !listed.contains(child.pid()))
        .flatMap(child -> Stream.concat(Stream.of(child.pid()), unlistedDescendants(child)));
  }
}

package dev.parley.deploy.acceptance.secrecy;

import dev.parley.deploy.acceptance.program.Outcome;
import dev.parley.deploy.acceptance.program.Programs;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import dev.parley.deploy.acceptance.stack.RunningProcess;
import dev.parley.deploy.acceptance.stack.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What words may have left behind in a stack that runs.
public final class Remains {
  private Remains() {}

  /// Writes down the heap of each service, what is garbage too.
  ///
  /// @param stack that runs
  /// @param folder gets a file for each, named like its process
  /// @return the files
  /// @throws StackException if one cannot be written down
  public static List<Path> heaps(ParleyStack stack, Path folder) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    List<Path> heaps = new ArrayList<>();
    for (RunningProcess process : stack.status().processes()) {
      if (process.name().startsWith("gateway-") || process.name().contains("-service-")) {
        Path heap = folder.resolve(process.name() + ".hprof");
        String pid = Long.toString(process.pid());
        Outcome dumped =
            Programs.run(List.of(jcmd, pid, "GC.heap_dump", "-all", heap.toString()), Map.of(), "");
        if (dumped.status() != 0) {
          throw new StackException("no heap of " + process.name() + ": " + dumped);
        }
        heaps.add(heap);
      }
    }
    return heaps;
  }

  /// Writes down every table as a backup holds it: PostgreSQL's own files may hide long values by
  /// compression.
  ///
  /// @param stack that runs
  /// @param folder gets `tables/…`
  /// @throws IOException if the disk is full
  /// @throws StackException if the backup fails
  public static void tables(ParleyStack stack, Path folder) throws IOException {
    Path backup = folder.resolve("backup.zip");
    ParleyStack.Command written = stack.parley("backup", backup.toString());
    if (written.code() != 0) {
      throw new StackException("no backup: " + written);
    }
    try (var zip = new ZipFile(backup.toFile())) {
      for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.resolveSibling(""));
        try (InputStream content = zip.getInputStream(entry)) {
          Files.copy(content, file);
        }
      }
    }
  }
}

package dev.parley.cli.screen;

import dev.parley.cli.config.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The person's own editor, for a long text: `$VISUAL`, `$EDITOR`, or `vi`. The text lies in a file
/// that nobody else may read, only as long as the editor runs.
final class Editor {

  private final String command;
  private final Path folder;

  /// @param environment of this process
  /// @param folder where the file lies
  Editor(Map<String, String> environment, Path folder) {
    String visual = environment.getOrDefault("VISUAL", "");
    String editor = visual.isBlank() ? environment.getOrDefault("EDITOR", "") : visual;
    this.command = editor.isBlank() ? "vi" : editor;
    this.folder = folder;
  }

  /// {@return what the person made of a text; the text as it was where the editor failed}
  ///
  /// @throws IOException if the editor cannot be started
  String edit(String text) throws IOException, InterruptedException {
    Path file = folder.resolve("message-" + ProcessHandle.current().pid() + ".txt");
    PrivateFiles.write(file, text);
    try {
      // By the shell: the variable may hold arguments (`code --wait`).
      Process process =
          new ProcessBuilder("sh", "-c", command + " \"$1\"", "sh", file.toString())
              .inheritIO()
              .start();
      return process.waitFor() == 0 ? Files.readString(file).stripTrailing() : text;
    } finally {
      Files.deleteIfExists(file);
    }
  }
}

package dev.parley.deploy.local.aot;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of the files of one program's cache, and of one run that records for it.
///
/// @param folder of all of them
/// @param name the program and its fingerprint
/// @param run id of the process that has started the program
record AotFiles(Path folder, String name, long run) {

  static final String RECORD = "-XX:AOTMode=record";

  private static final Pattern ARGUMENTS = Pattern.compile("(.+-[0-9a-f]+)\\.(\\d{1,18})\\.create");

  /// {@return what an argument file is of; empty for any other file}
  static Optional<AotFiles> of(Path folder, String file) {
    Matcher matcher = ARGUMENTS.matcher(file);
    return matcher.matches()
        ? Optional.of(new AotFiles(folder, matcher.group(1), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  Path cache() {
    return folder.resolve(name + ".aot");
  }

  Path recording() {
    return folder.resolve(name + "." + run + ".recording");
  }

  /// {@return arguments of the JVM that makes the cache of the recording}
  Path arguments() {
    return folder.resolve(name + "." + run + ".create");
  }

  Path unfinished() {
    return folder.resolve(name + "." + run + ".unfinished");
  }

  /// {@return what all caches of this program begin with, whichever build they are of}
  String program() {
    return name.substring(0, name.lastIndexOf('-') + 1);
  }
}

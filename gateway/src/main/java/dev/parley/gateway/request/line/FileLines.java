package dev.parley.gateway.request.line;

import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.Reply;
import java.util.List;

/// Lines about files: an address, and a command that is ready to be run elsewhere.
public final class FileLines {
  private FileLines() {}

  static String event(Event.FileOffered offered) {
    return "* file %s %d %d %s %s\n"
        .formatted(
            EntryLines.target(offered.conversation(), offered.reader()),
            offered.seq(),
            offered.file().size(),
            offered.address(),
            LineText.escape(offered.file().name()));
  }

  static List<String> upload(Reply.UploadOffered offered) {
    return List.of(
        offered.address(), "curl -fT " + quoted(offered.name()) + " " + offered.address());
  }

  static List<String> download(Reply.DownloadOffered offered) {
    return List.of(offered.address(), getting(offered.address()));
  }

  /// {@return the command that gets a file and gives it its name}
  ///
  /// @param address gets it once
  public static String getting(String address) {
    return "curl -fOJ " + address;
  }

  /// For a shell: nothing in single quotes means anything but the quote itself.
  private static String quoted(String name) {
    String safe = name.startsWith("-") ? "./" + name : name;
    return "'" + safe.replace("'", "'\\''") + "'";
  }
}

package dev.parley.gateway.door.ssh.shell;

import dev.parley.gateway.request.line.LineParser;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/// What can be completed: `/commands`, and the `@people` and `#groups` that the shell has heard of,
/// up to a bounded number. Written on the event loop, read by the editor.
final class Names implements Completer {
  private static final int MAX = 500;
  private static final List<String> OWN = List.of("/to", "/plain");

  private final NavigableSet<String> targets = new ConcurrentSkipListSet<>();

  /// Notes somebody or something.
  ///
  /// @param target with its sign
  void heard(String target) {
    if (targets.size() < MAX) {
      targets.add(target);
    }
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String word = line.word();
    if (word.startsWith("/") && line.wordIndex() == 0) {
      LineParser.verbs().forEach(verb -> candidates.add(new Candidate("/" + verb)));
      OWN.forEach(own -> candidates.add(new Candidate(own)));
    } else if (word.startsWith("@") || word.startsWith("#")) {
      targets.forEach(target -> candidates.add(new Candidate(target)));
    }
  }
}

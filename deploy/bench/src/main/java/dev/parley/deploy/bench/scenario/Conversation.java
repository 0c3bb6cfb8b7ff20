package dev.parley.deploy.bench.scenario;

import java.util.List;

/// The talkers of one conversation.
///
/// @param readers all of its members
/// @param authors those of them that post
record Conversation(List<Talker> readers, List<Talker> authors) {

  /// {@return the same with one reader less, who does not post}
  Conversation without(Talker reader) {
    return new Conversation(readers.stream().filter(other -> other != reader).toList(), authors);
  }
}

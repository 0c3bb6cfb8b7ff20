package dev.parley.deploy.bench.scenario;

import java.util.List;

/// The talkers of one conversation.
///
/// @param readers all of its members
/// @param authors those of them that post
record Conversation(List<Talker> readers, List<Talker> authors) {}

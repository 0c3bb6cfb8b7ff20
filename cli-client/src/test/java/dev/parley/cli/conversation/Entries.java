package dev.parley.cli.conversation;

import dev.parley.cli.frame.Entry;

/// Entries for tests.
final class Entries {

  static final String AT = "2026-11-20T14:00:00.000Z";

  private Entries() {}

  static Entry.Message message(long seq, String from, String text) {
    return new Entry.Message("#team", seq, AT, from, text, null, null);
  }
}

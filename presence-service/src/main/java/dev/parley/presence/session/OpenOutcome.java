package dev.parley.presence.session;

import java.util.Locale;

/// What became of a request for a session; a label of `parley_presence_opens_total`.
enum OpenOutcome {
  OPENED,
  TAKEN_OVER,
  RESUMED,
  BAD_CREDENTIALS,
  REPEATED,
  ALREADY_LOGGED_IN,
  UNAVAILABLE;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

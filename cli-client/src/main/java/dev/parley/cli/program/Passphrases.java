package dev.parley.cli.program;

import dev.parley.cli.command.Refusals;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.encryption.key.KeyPlaces;
import dev.parley.cli.screen.Questions;
import dev.parley.cli.screen.Unlocking;
import java.util.Optional;

/// Asks for the passphrase of the keys before a chat begins, unless the environment has it.
final class Passphrases {
  private static final int TRIES = 3;

  private final KeyPlaces keys;
  private final Questions questions;

  Passphrases(KeyPlaces keys, Questions questions) {
    this.keys = keys;
    this.questions = questions;
  }

  /// Unlocks the keys; the person may go on without them.
  ///
  /// @param unlocking of the account that is logged in
  /// @param canAsk whether an answer can be given without echo
  /// @throws TroubleException if what the environment has does not fit
  void unlock(Unlocking unlocking, boolean canAsk) {
    if (!unlocking.isNeeded()) {
      return;
    }
    if (keys.passphrase().isPresent()) {
      unlocking.unlock(keys.passphrase().get()).ifPresent(Passphrases::fail);
    } else if (!canAsk || !isAnswered(unlocking)) {
      questions.tell("The keys stay locked: encrypted messages are neither read nor written.");
      unlocking.skip();
    }
  }

  private boolean isAnswered(Unlocking unlocking) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      String said =
          questions
              .secret("passphrase of the keys on this machine (Enter: without them): ")
              .orElse("");
      if (said.isEmpty()) {
        return false;
      }
      Optional<RefusedException> refusal = unlocking.unlock(said);
      if (refusal.isEmpty()) {
        return true;
      }
      questions.tell(Refusals.text(refusal.get()));
      if (!refusal.get().code().equals("wrong_passphrase")) {
        return false;
      }
    }
    return false;
  }

  static void fail(RefusedException refusal) {
    String cure =
        refusal.code().equals("wrong_passphrase")
            ? "mend PARLEY_PASSPHRASE or the file of PARLEY_PASSPHRASE_FILE, or unset both"
            : "see the section on keys in the README of cli-client";
    throw new TroubleException(Refusals.text(refusal), cure, ExitCode.LOCKED);
  }
}

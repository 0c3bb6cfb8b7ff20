package dev.parley.cli.screen;

import java.util.Optional;

/// Asks for the passphrase of the keys; it is not shown.
final class PassphraseQuestion {

  private PassphraseQuestion() {}

  /// {@return what was said; nothing where the person leaves, or says two different ones} On the
  /// thread that reads keys.
  ///
  /// @param fresh whether it is a new one, which has to be said twice
  static Optional<String> ask(Questions questions, boolean fresh) {
    if (!fresh) {
      return said(questions, "passphrase of the keys on this machine: ");
    }
    questions.tell(
        "The keys are kept on this machine under a passphrase of at least 8 characters.");
    questions.tell("Nobody can restore it. It should not be the password of the account.");
    Optional<String> first = said(questions, "new passphrase: ");
    Optional<String> second = first.flatMap(_ -> said(questions, "once more: "));
    if (second.isPresent() && !second.equals(first)) {
      questions.tell("error: the two passphrases differ");
      questions.tell("cure:  try again");
      return Optional.empty();
    }
    return second;
  }

  private static Optional<String> said(Questions questions, String question) {
    return questions.secret(question).filter(answer -> !answer.isEmpty());
  }
}

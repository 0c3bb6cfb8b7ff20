package dev.parley.cli.screen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.encryption.key.Keyring;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.session.Session;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/// Unlocks the keys of an account before its chat begins. What is sealed waits until then. Not on
/// the loop: it waits.
public final class Unlocking {
  private final Chat chat;
  private final Keyring keyring;

  Unlocking(Chat chat, Keyring keyring) {
    this.chat = chat;
    this.keyring = keyring;
  }

  /// {@return whether there are keys on this machine that are locked}
  public boolean isNeeded() {
    return chat.onLoop(keyring::isLocked).join();
  }

  /// Unlocks the keys.
  ///
  /// @param passphrase a secret
  /// @return why they stay locked; nothing if they are unlocked
  public Optional<RefusedException> unlock(String passphrase) {
    return ask(Frames.JSON.createObjectNode().put("passphrase", passphrase));
  }

  /// Goes on without the keys.
  public void skip() {
    ask(Frames.JSON.createObjectNode().put("skip", true));
  }

  private Optional<RefusedException> ask(ObjectNode fields) {
    try {
      chat.onLoop(() -> chat.server().ask("unlockKeys", fields)).thenCompose(asked -> asked).join();
      return Optional.empty();
    } catch (CompletionException e) {
      return isNeeded() ? Optional.of(Session.refusal(e)) : Optional.empty();
    }
  }
}

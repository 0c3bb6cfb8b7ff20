package dev.parley.auth.sshkey;

import dev.parley.auth.Arrival;
import dev.parley.auth.Deed;
import dev.parley.auth.Outcome;
import dev.parley.auth.Refusal;
import dev.parley.auth.account.Account;
import dev.parley.auth.account.AccountStore;
import dev.parley.auth.account.LoginAdmission;
import dev.parley.auth.sshkey.KeyLine.Read;
import dev.parley.contracts.MessageText;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.auth.AddKey;
import dev.parley.contracts.auth.CheckKey;
import dev.parley.contracts.auth.ListKeys;
import dev.parley.contracts.auth.LoginWithKey;
import dev.parley.contracts.auth.RemoveKey;
import dev.parley.contracts.delivery.KeyList;
import dev.parley.contracts.delivery.SshKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Adds, removes, lists and checks the ssh keys of accounts, and logs in with them.
///
/// A repeated record finds the key added or removed and is answered as before, but for the removal
/// of a key that is gone, which is done all the same. The lock after wrong passwords is not asked:
/// a key cannot be guessed, and who holds one should not be shut out by who guesses passwords.
@Singleton
public final class SshKeyHandler {
  private static final int MAX_NAME_LENGTH = 64;

  private final SshKeyStore keys;
  private final AccountStore accounts;
  private final LoginAdmission admission;
  private final int maxPerAccount;

  @Inject
  SshKeyHandler(
      SshKeyStore keys, AccountStore accounts, LoginAdmission admission, SshKeyConfig config) {
    this(keys, accounts, admission, config.maxPerAccount());
  }

  /// Uses stores.
  ///
  /// @param keys the keys
  /// @param accounts whose they are
  /// @param admission what a right key is answered with
  /// @param maxPerAccount most keys of an account
  public SshKeyHandler(
      SshKeyStore keys, AccountStore accounts, LoginAdmission admission, int maxPerAccount) {
    this.keys = keys;
    this.accounts = accounts;
    this.admission = admission;
    this.maxPerAccount = maxPerAccount;
  }

  /// Adds a key.
  ///
  /// @param request the request
  /// @param arrival where it stands in the log
  /// @return what came of it
  public Outcome add(AddKey request, Arrival arrival) {
    String name = MessageText.clean(request.name()).strip();
    if (MessageText.length(name) > MAX_NAME_LENGTH || name.indexOf('\n') >= 0) {
      return refused(
          request.replyTo(),
          "the name of a key is one line of at most " + MAX_NAME_LENGTH + " characters");
    }
    return switch (KeyLine.read(request.key())) {
      case Read.Bad(String reason) -> refused(request.replyTo(), reason);
      case Read.Good(PublicKey key) -> add(request, key, name, arrival.at());
    };
  }

  private Outcome add(AddKey request, PublicKey key, String name, Instant at) {
    String fingerprint = key.fingerprint();
    byte[] blob = new byte[key.blob().remaining()];
    key.blob().duplicate().get(blob);
    StoredKey stored = new StoredKey(key.type().wireName(), fingerprint, blob, name, at);
    return switch (keys.add(request.account(), stored, maxPerAccount)) {
      case DONE -> Outcome.done(request.replyTo(), new Deed(AuditAction.KEY_ADDED, fingerprint));
      case FULL ->
          refused(
              request.replyTo(),
              "an account has at most %d keys; remove one first".formatted(maxPerAccount));
      case NO_ACCOUNT -> Outcome.refused(request.replyTo(), Refusal.BAD_CREDENTIALS);
    };
  }

  /// Removes a key.
  ///
  /// @param request the request
  /// @return what came of it
  public Outcome remove(RemoveKey request) {
    return keys.remove(request.account(), request.fingerprint())
        ? Outcome.done(request.replyTo(), new Deed(AuditAction.KEY_REMOVED, request.fingerprint()))
        : refused(
            request.replyTo(), "you have no key of this fingerprint; 'keys' lists those you have");
  }

  /// Lists the keys of an account.
  ///
  /// @param request the request
  /// @return what came of it
  public Outcome list(ListKeys request) {
    List<SshKey> found =
        keys.list(request.account()).stream()
            .map(key ->
                new SshKey(key.type(), key.fingerprint(), key.name(), key.addedAt().toEpochMilli()))
            .toList();
    return new Outcome(new KeyList(request.replyTo().request(), found), List.of());
  }

  /// Tells whether a key would log the account in.
  ///
  /// @param request the request
  /// @return what came of it
  public Outcome check(CheckKey request) {
    return owner(request.account(), request.key())
        .filter(owner -> !owner.account().disabled())
        .map(_ -> Outcome.done(request.replyTo()))
        .orElseGet(() -> Outcome.refused(request.replyTo(), Refusal.BAD_CREDENTIALS));
  }

  /// Logs an account in.
  ///
  /// @param request the request; the client has shown to hold the private half
  /// @param arrival where it stands in the log
  /// @return what came of it
  public Outcome logIn(LoginWithKey request, Arrival arrival) {
    return owner(request.account(), request.key())
        .map(owner -> logIn(request, owner, arrival.at()))
        .orElseGet(() -> failed(request, Refusal.BAD_CREDENTIALS));
  }

  private Outcome logIn(LoginWithKey request, Owner owner, Instant at) {
    return owner.account().disabled()
        ? failed(request, Refusal.DISABLED)
        : admission.admit(request.replyTo(), owner.account(), at, owner.fingerprint());
  }

  private record Owner(Account account, String fingerprint) {}

  /// {@return the account, if it exists and the key is one of its keys}
  private Optional<Owner> owner(String handle, String line) {
    if (!(KeyLine.read(line) instanceof Read.Good(PublicKey key))) {
      return Optional.empty();
    }
    // The blob itself is compared, not only its fingerprint.
    return keys.list(handle).stream()
        .filter(stored -> key.blob().equals(ByteBuffer.wrap(stored.blob())))
        .findFirst()
        .flatMap(stored ->
            accounts.find(handle).map(account -> new Owner(account, stored.fingerprint())));
  }

  private static Outcome failed(LoginWithKey request, Refusal why) {
    return Outcome.refused(request.replyTo(), why, List.of(new Deed(AuditAction.LOGIN_FAILED)));
  }

  private static Outcome refused(ReplyTo replyTo, String reason) {
    return Outcome.refused(replyTo, Refusal.badKey(reason));
  }
}

package dev.parley.routing.history;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.Handles;
import dev.parley.routing.account.AccountLookup;
import dev.parley.routing.conversation.ConversationKind;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.history.HistoryStore.Access;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may read what.
///
/// | conversation | who may read |
/// | --- | --- |
/// | direct | its two accounts |
/// | group | its members; to others a closed group looks like none |
/// | lobby | every account |
@Singleton
public final class ReadAccess {
  private final AccountLookup accounts;

  /// Prepares the rule.
  ///
  /// @param accounts which accounts exist
  public ReadAccess(AccountLookup accounts) {
    this.accounts = accounts;
  }

  /// {@return why the account may not read, or `null` if it may}
  ///
  /// @param conversation conversation id
  /// @param account handle of who asks
  /// @param access the conversation, if it exists
  @Nullable Refusal check(String conversation, String account, Optional<Access> access) {
    if (conversation.equals(ConversationId.LOBBY)) {
      return null;
    }
    if (ConversationId.isGroup(conversation)) {
      return checkGroup(conversation, access);
    }
    if (ConversationId.isDirect(conversation)) {
      return checkDirect(conversation, account, access);
    }
    return Refusal.badCommand("nobody reads " + conversation);
  }

  private static @Nullable Refusal checkGroup(String conversation, Optional<Access> access) {
    if (access.isPresent() && access.get().isMember()) {
      return null;
    }
    boolean isOpen =
        access.filter(group -> group.kind() == ConversationKind.OPEN_GROUP).isPresent();
    return isOpen ? Refusal.notMember(conversation) : Refusal.noSuchGroup(conversation);
  }

  private @Nullable Refusal checkDirect(
      String conversation, String account, Optional<Access> access) {
    if (conversation.indexOf('+') < 0
        || !ConversationId.directMembers(conversation).contains(account)) {
      return Refusal.badCommand("this conversation is not yours");
    }
    String other = ConversationId.other(conversation, account);
    boolean isKnown = access.isPresent() || (Handles.isHandle(other) && accounts.exists(other));
    return isKnown ? null : Refusal.noSuchUser(other);
  }
}

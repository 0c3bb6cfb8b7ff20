package dev.parley.routing.post;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.Handles;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.Membership;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may post where, and so who may change what was posted there.
///
/// | conversation | who may post |
/// | --- | --- |
/// | direct | its two accounts, unless the other one has blocked the author; the first post makes it |
/// | group | its members; to others a closed group looks like none |
/// | lobby | every account |
/// | inbox | nobody |
public final class PostRules {
  private PostRules() {}

  /// Tells what must be known for the check.
  ///
  /// @param conversation conversation id
  /// @param account handle of who writes
  /// @param needs where that is gathered
  public static void needs(String conversation, String account, Needs needs) {
    needs.conversation(conversation);
    needs.account(account);
    if (ConversationId.isDirect(conversation) && conversation.indexOf('+') > 0) {
      needs.account(ConversationId.other(conversation, account));
    }
  }

  /// {@return why the account may not write there, or `null` if it may}
  ///
  /// @param account handle of who writes
  /// @param draft the conversation
  /// @param step what is known
  public static @Nullable Refusal check(String account, Draft draft, Step step) {
    String conversation = draft.name();
    if (conversation.equals(ConversationId.LOBBY)) {
      return step.exists(account) ? null : Refusal.noSuchUser(account);
    }
    if (ConversationId.isGroup(conversation)) {
      return Membership.check(draft, account);
    }
    if (ConversationId.isDirect(conversation)) {
      return checkDirect(account, draft, step);
    }
    return Refusal.badCommand("nobody posts to " + conversation);
  }

  private static @Nullable Refusal checkDirect(String account, Draft draft, Step step) {
    List<String> two = directMembers(draft.name());
    if (!two.contains(account)) {
      return Refusal.badCommand("this conversation is not yours");
    }
    String other = ConversationId.other(draft.name(), account);
    if (!draft.exists() && !(Handles.isHandle(other) && step.exists(other))) {
      return Refusal.noSuchUser(other);
    }
    if (!draft.exists() && !step.exists(account)) {
      return Refusal.noSuchUser(account);
    }
    // Nobody is kept from writing notes to oneself.
    if (draft.isBlocker(other) && !other.equals(account)) {
      return new Refusal(ErrorCode.BLOCKED, other + " has blocked you");
    }
    return null;
  }

  /// {@return the two handles, or none if the id is not the one that the two have}
  private static List<String> directMembers(String conversation) {
    if (conversation.indexOf('+') < 0) {
      return List.of();
    }
    List<String> two = ConversationId.directMembers(conversation);
    boolean sorted = two.get(0).compareTo(two.get(1)) <= 0;
    return sorted ? two : List.of();
  }
}

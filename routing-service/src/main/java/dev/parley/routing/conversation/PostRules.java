package dev.parley.routing.conversation;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.Handles;
import dev.parley.contracts.conversation.Post;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may post where.
///
/// | conversation | who may post |
/// | --- | --- |
/// | direct | its two accounts, unless the other one has blocked the author; the first post makes it |
/// | group | its members; to others a closed group looks like none |
/// | lobby | every account |
/// | inbox | nobody |
final class PostRules {
  private PostRules() {}

  /// {@return why the post is refused, or `null` if it is not}
  static @Nullable Refusal check(Post post, Draft draft, Step step) {
    String conversation = post.conversation();
    if (conversation.equals(ConversationId.LOBBY)) {
      return step.exists(post.sender()) ? null : Refusal.noSuchUser(post.sender());
    }
    if (ConversationId.isGroup(conversation)) {
      return Membership.check(draft, post.sender());
    }
    if (ConversationId.isDirect(conversation)) {
      return checkDirect(post, draft, step);
    }
    return Refusal.badCommand("nobody posts to " + conversation);
  }

  private static @Nullable Refusal checkDirect(Post post, Draft draft, Step step) {
    List<String> two = directMembers(post.conversation());
    if (!two.contains(post.sender())) {
      return Refusal.badCommand("this conversation is not yours");
    }
    String other = ConversationId.other(post.conversation(), post.sender());
    if (!draft.exists() && !(Handles.isHandle(other) && step.exists(other))) {
      return Refusal.noSuchUser(other);
    }
    if (!draft.exists() && !step.exists(post.sender())) {
      return Refusal.noSuchUser(post.sender());
    }
    // Nobody is kept from writing notes to oneself.
    if (draft.isBlocker(other) && !other.equals(post.sender())) {
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

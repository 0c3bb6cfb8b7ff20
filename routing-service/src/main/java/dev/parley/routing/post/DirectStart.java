package dev.parley.routing.post;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.routing.conversation.ConversationKind;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.Step;
import java.util.List;

/// How a direct conversation comes into being: by the first entry that somebody asks for.
public final class DirectStart {
  private DirectStart() {}

  /// Makes the conversation, unless it exists.
  ///
  /// @param draft a direct conversation, or one that exists
  /// @param step what the first entry is written in
  public static void ensure(Draft draft, Step step) {
    if (!draft.exists()) {
      draft.create(ConversationKind.DIRECT, step.cause().at());
      members(draft.name()).forEach(member -> draft.addMember(member, 0));
    }
  }

  /// Tells the two of it, if the entry is the first.
  ///
  /// @param conversation conversation id
  /// @param entry an entry of it
  /// @param step what the entry was written in
  public static void inform(String conversation, Entry entry, Step step) {
    if (entry.seq() == 1) {
      List<String> members = members(conversation);
      for (int i = 0; i < members.size(); i++) {
        step.inform(members.get(i), EntryKind.ADDED_TO, entry.author(), conversation, i);
      }
    }
  }

  private static List<String> members(String conversation) {
    return ConversationId.isDirect(conversation)
        ? ConversationId.directMembers(conversation).stream().distinct().toList()
        : List.of();
  }
}

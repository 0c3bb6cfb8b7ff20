package dev.parley.routing.history;

import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.routing.conversation.ConversationKind;
import org.jspecify.annotations.Nullable;

/// Messages of bob's: `c1` with a file and `withdrawn` without one in `#team`, where alice is a
/// member, and `c1` with the file in `#others`, where she is not.
final class MessagesWithFiles {
  static final String ID = "0123456789abcdef0123456789abcdef";
  static final Attachment FILE = new Attachment(ID, "a.txt", 5, "text/plain", ID + ID);

  private MessagesWithFiles() {}

  static FakeHistoryStore store() {
    return new FakeHistoryStore()
        .withConversation("#team", ConversationKind.CLOSED_GROUP, true)
        .withConversation("#others", ConversationKind.CLOSED_GROUP, false)
        .withFile(1, message("c1", FILE))
        .withFile(1, message("withdrawn", null))
        .withFile(2, message("c1", FILE));
  }

  private static Entry message(String id, @Nullable Attachment attachment) {
    return new Entry(7, 1, EntryKind.MESSAGE, "bob", id, null, "hi", null, attachment);
  }
}

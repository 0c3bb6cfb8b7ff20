package dev.parley.cli.encryption.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.sealed.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Sealed texts that could not be opened for a reason that may pass, in memory only: of each
/// message the newest text, of all the 200 that were met last. On the loop.
public final class ShutTexts {
  /// The device that wrote it is in no list that is believed.
  public static final String UNKNOWN_DEVICE = "unknown_device";

  /// Nobody has said the passphrase yet.
  public static final String KEYS_LOCKED = "keys_locked";

  /// A sealed text has up to 32,768 characters: all of these take at most 13 MB.
  private static final int MOST = 200;

  private static final Set<String> PASSING = Set.of(UNKNOWN_DEVICE, KEYS_LOCKED);

  private final Map<Message, Shut> all = new LinkedHashMap<>();

  /// A message of a conversation of two.
  ///
  /// @param id `@bob`
  /// @param seq its number
  public record Message(String id, long seq) {}

  /// A text as it was met.
  ///
  /// @param message whose text it is
  /// @param version number of the last change that is in it: that of two texts the later one counts
  /// @param row a message, an edit or a row of a page, as the server has it
  /// @param place where it stands
  /// @param seq its number where its order is judged, else 0
  public record Met(Message message, long version, ObjectNode row, Place place, long seq) {}

  /// A text that is shut, and why.
  ///
  /// @param met the text
  /// @param reason why it stayed shut
  public record Shut(Met met, String reason) {}

  /// Holds nothing yet.
  public ShutTexts() {}

  /// Takes what came of opening a text. Whatever was known of the message before is over, unless it
  /// is newer.
  ///
  /// @param text as it was met
  /// @param flag what came of it: `open`, or why it stayed shut
  /// @return whether it is kept
  public boolean met(Met text, String flag) {
    Shut before = all.get(text.message());
    if (before != null && before.met().version() > text.version()) {
      return false;
    }
    all.remove(text.message());
    if (!PASSING.contains(flag)) {
      return false;
    }
    all.put(text.message(), new Shut(text, flag));
    if (all.size() > MOST) {
      all.remove(all.keySet().iterator().next());
    }
    return true;
  }

  /// {@return whether a text was still shut, and is not kept any more}
  ///
  /// @param text is opened, or hopeless
  public boolean remove(Shut text) {
    return all.remove(text.met().message(), text);
  }

  /// A message was withdrawn.
  ///
  /// @param message it
  public void forget(Message message) {
    all.remove(message);
  }

  /// {@return what is shut, in the order in which it was met}
  public List<Shut> all() {
    return List.copyOf(all.values());
  }
}

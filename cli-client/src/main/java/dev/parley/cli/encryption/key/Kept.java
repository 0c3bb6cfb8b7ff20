package dev.parley.cli.encryption.key;

import dev.parley.cli.sealed.DeviceKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one account keeps of encryption on this machine; the JSON in the key file.
///
/// @param device this terminal's device, or `null` where none was made
/// @param beginning a list that was begun here, and is not known to be with the server; or `null`
/// @param former keys that this terminal had before: they still open what was sealed to them
/// @param lastTime time of the last text that was sealed here, milliseconds since 1970
/// @param lists what is believed of whom, by handle
/// @param marks the latest text that was opened of each device in each conversation
public record Kept(
    @Nullable OwnDevice device,
    @Nullable Beginning beginning,
    List<DeviceKeys> former,
    long lastTime,
    Map<String, Trusted> lists,
    Map<String, Mark> marks) {

  /// Where nothing was made yet.
  public static final Kept NOTHING = new Kept(null, null, List.of(), 0, Map.of(), Map.of());

  /// Copies what it is made of.
  public Kept {
    former = List.copyOf(former);
    lists = Map.copyOf(lists);
    marks = Map.copyOf(marks);
  }

  /// A device of this terminal.
  ///
  /// @param keys its secrets
  /// @param statement what it says of itself, in base64url
  public record OwnDevice(DeviceKeys keys, String statement) {}

  /// A list that this terminal begins.
  ///
  /// @param device the first one of it
  /// @param link that adds it, in base64url
  public record Beginning(OwnDevice device, String link) {}

  /// What is believed of an account.
  ///
  /// @param links of its list, as it was last believed; empty for none
  /// @param past lists that were believed before
  /// @param encrypted whether texts for this person were encrypted when this client last looked
  /// @param verified the safety number that was compared; empty for none
  public record Trusted(List<String> links, List<Past> past, boolean encrypted, String verified) {
    static final Trusted NOTHING = new Trusted(List.of(), List.of(), false, "");

    /// Copies what it is made of.
    public Trusted {
      links = List.copyOf(links);
      past = List.copyOf(past);
    }
  }

  /// A list that was replaced: it opens what was written before.
  ///
  /// @param links of the list
  /// @param until when it was replaced, milliseconds since 1970
  public record Past(List<String> links, long until) {
    /// Copies what it is made of.
    public Past {
      links = List.copyOf(links);
    }
  }

  /// A text that was opened.
  ///
  /// @param seq its number
  /// @param time what it says of itself
  public record Mark(long seq, long time) {}

  /// {@return what is believed of an account; nothing if it was not met yet}
  ///
  /// @param account handle
  public Trusted trusted(String account) {
    return lists.getOrDefault(account, Trusted.NOTHING);
  }

  /// {@return the same with something else believed}
  ///
  /// @param account handle
  /// @param trusted what is believed of it
  public Kept with(String account, Trusted trusted) {
    Map<String, Trusted> more = new HashMap<>(lists);
    more.put(account, trusted);
    return new Kept(device, beginning, former, lastTime, more, marks);
  }

  /// {@return the same with later marks}
  ///
  /// @param moved those that moved, as in [#marks]
  public Kept with(Map<String, Mark> moved) {
    return new Kept(device, beginning, former, lastTime, lists, moved);
  }

  /// {@return the same after another text was sealed}
  ///
  /// @param time of the text, milliseconds since 1970
  public Kept at(long time) {
    return new Kept(device, beginning, former, time, lists, marks);
  }

  /// {@return the same with a list that is about to begin} Nothing else changes until the server
  /// has it.
  ///
  /// @param begun the list
  public Kept with(Beginning begun) {
    return new Kept(device, begun, former, lastTime, lists, marks);
  }

  /// {@return the same with another device; keys of those before become former ones}
  ///
  /// @param made the device
  public Kept with(OwnDevice made) {
    List<DeviceKeys> before = new ArrayList<>(allKeys());
    before.remove(made.keys());
    return new Kept(made, null, before, lastTime, lists, marks);
  }

  /// {@return all keys that may open something, those of now first}
  public List<DeviceKeys> allKeys() {
    List<DeviceKeys> all = new ArrayList<>();
    if (device != null) {
      all.add(device.keys());
    }
    if (beginning != null) {
      all.add(beginning.device().keys());
    }
    all.addAll(former);
    return all;
  }
}

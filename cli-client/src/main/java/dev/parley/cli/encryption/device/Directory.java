package dev.parley.cli.encryption.device;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.sealed.BadListException;
import dev.parley.cli.sealed.Device;
import dev.parley.cli.sealed.DeviceList;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The devices of other people: fetched, at most a minute old, and held against what was believed
/// before. On the loop.
public final class Directory {
  private static final long FRESH = 60_000;
  private static final long JUST_NOW = 5_000;

  private final Server server;
  private final TrustedLists lists;
  private final Told told;
  private final InstantSource clock;
  private final Map<String, Fetched> fetched = new HashMap<>();
  private final Map<String, DeviceList> shown = new HashMap<>();

  private record Fetched(long at, CompletableFuture<Peer> peer) {}

  /// Knows nobody yet.
  ///
  /// @param server whom to ask
  /// @param lists what is believed
  /// @param told hears of lists that are not
  /// @param clock tells the time
  public Directory(Server server, TrustedLists lists, Told told, InstantSource clock) {
    this.server = server;
    this.lists = lists;
    this.told = told;
    this.clock = clock;
  }

  /// A connection serves the session: everybody is asked for again when they are met.
  public void onLive() {
    fetched.clear();
  }

  /// {@return what is known of somebody, at most a minute old}
  ///
  /// @param user handle
  public CompletableFuture<Peer> peer(String user) {
    return peer(user, FRESH);
  }

  /// {@return what is known of somebody, at most some seconds old: for when something unknown was
  /// met, which may come often}
  ///
  /// @param user handle
  public CompletableFuture<Peer> peerOfNow(String user) {
    return peer(user, JUST_NOW);
  }

  /// {@return what the server says of somebody at this moment}
  ///
  /// @param user handle
  public CompletableFuture<Peer> fetch(String user) {
    return peer(user, -1);
  }

  /// Notes that its owner has seen the safety number of a list that is not believed.
  ///
  /// @param user whose list
  /// @param list the list
  public void onShown(String user, DeviceList list) {
    shown.put(user, list);
  }

  /// Believes the list whose safety number was shown, and not what the server may say by now.
  ///
  /// @param user whose list
  /// @throws RefusedException `not_shown`
  public void accept(String user) {
    DeviceList list = shown.remove(user);
    if (list == null) {
      throw new RefusedException(
          "not_shown", "look at the safety number first: /verify " + user, 0);
    }
    lists.replace(user, list.links(), clock.millis());
    fetched.remove(user);
  }

  private CompletableFuture<Peer> peer(String user, long oldest) {
    Fetched known = fetched.get(user);
    if (known != null) {
      long age = clock.millis() - known.at();
      // What failed is tried again soon, but not for each text of a page.
      long limit = known.peer().isCompletedExceptionally() ? Math.min(JUST_NOW, oldest) : oldest;
      // A clock that was set back makes nothing fresh.
      if (!known.peer().isDone() || (age >= 0 && age <= limit)) {
        return known.peer();
      }
    }
    CompletableFuture<Peer> peer =
        server
            .ask("devices", Frames.JSON.createObjectNode().put("user", user))
            .thenApply(answer -> judge(user, links(answer)));
    fetched.put(user, new Fetched(clock.millis(), peer));
    return peer;
  }

  static List<String> links(JsonNode answer) {
    List<String> links = new ArrayList<>();
    answer.path("links").forEach(link -> links.add(link.asText()));
    return links;
  }

  private Peer judge(String user, List<String> links) {
    List<String> before = lists.of(user).links();
    if (links.isEmpty() && before.isEmpty()) {
      return new Peer.None();
    }
    DeviceList list;
    try {
      list = lists.read(user, links);
    } catch (BadListException e) {
      told.onChanged(user, links);
      return new Peer.Changed(null, links.isEmpty() ? null : e.getMessage());
    }
    if (!DeviceList.goesOn(before, links)) {
      told.onChanged(user, links);
      return new Peer.Changed(list, null);
    }
    if (!before.isEmpty()) {
      tellAdded(user, lists.read(user, before), list);
    }
    lists.trust(user, links);
    return new Peer.Known(list);
  }

  private void tellAdded(String user, DeviceList before, DeviceList now) {
    List<String> names =
        now.good().stream()
            .filter(each -> before.device(each.id()).isEmpty())
            .map(Device::name)
            .toList();
    if (!names.isEmpty()) {
      told.onAdded(user, names);
    }
  }
}

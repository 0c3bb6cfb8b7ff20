package dev.parley.cli.encryption.device;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.encryption.key.Kept;
import dev.parley.cli.encryption.key.Kept.OwnDevice;
import dev.parley.cli.encryption.key.Keyring;
import dev.parley.cli.encryption.key.Vault;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.sealed.BadListException;
import dev.parley.cli.sealed.Device;
import dev.parley.cli.sealed.DeviceList;
import dev.parley.cli.sealed.Numbers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The devices of one's own account, this terminal among them. On the loop.
public final class OwnDevices {
  private static final long FRESH = 60_000;
  private static final long JUST_NOW = 5_000;

  private final String me;
  private final Server server;
  private final Keyring keyring;
  private final TrustedLists lists;
  private final Told told;
  private final InstantSource clock;
  private List<Device> devices = List.of();
  private List<Device> waiting = List.of();
  private boolean listed;
  private Standing standing = new Standing.None(0);
  private long heardAt;
  private @Nullable CompletableFuture<Standing> asking;

  /// Asks nobody yet.
  ///
  /// @param me handle of the account
  /// @param server whom to ask
  /// @param keyring keys of this terminal
  /// @param lists what is believed
  /// @param told hears of devices that came
  /// @param clock tells the time
  public OwnDevices(
      String me,
      Server server,
      Keyring keyring,
      TrustedLists lists,
      Told told,
      InstantSource clock) {
    this.me = me;
    this.server = server;
    this.keyring = keyring;
    this.lists = lists;
    this.told = told;
    this.clock = clock;
  }

  /// {@return devices that are good, as the server said last}
  public List<Device> devices() {
    return devices;
  }

  /// {@return devices that wait to be added, as the server said last}
  public List<Device> waiting() {
    return waiting;
  }

  /// {@return whether the server has a list of this account, good or bad}
  boolean hasList() {
    return listed;
  }

  /// {@return whether the server has the request of a device, as it said last}
  boolean isAnnounced(OwnDevice device) {
    return waiting.stream().anyMatch(each -> each.statement().equals(device.statement()));
  }

  /// {@return how this terminal stands, as far as known}
  public Standing standing() {
    return standing;
  }

  /// Fetches one's own list, and finds out how this terminal stands to it.
  ///
  /// @return how it stands; exceptionally if the server does not say
  public CompletableFuture<Standing> refresh() {
    return server.ask("devices", Frames.JSON.createObjectNode()).thenApply(this::judge);
  }

  /// {@return how this terminal stands, at most some seconds old: for when a device of one's own
  /// was met that is not known, which may come often}
  public CompletableFuture<Standing> ofNow() {
    CompletableFuture<Standing> asked = asking;
    if (asked != null && !asked.isDone()) {
      return asked;
    }
    if (isHeardWithin(JUST_NOW)) {
      return CompletableFuture.completedFuture(standing);
    }
    asked = refresh();
    asking = asked;
    return asked;
  }

  /// A connection serves the session: what was heard before may be over.
  public void onLive() {
    heardAt = 0;
  }

  /// A clock that was set back makes nothing fresh.
  private boolean isHeardWithin(long limit) {
    long age = clock.millis() - heardAt;
    return age >= 0 && age < limit;
  }

  /// {@return done when this terminal may seal; exceptionally `no_keys` or `keys_locked`}
  public CompletableFuture<Void> ready() {
    if (isHeardWithin(FRESH) && keyring.isOpen() && standing instanceof Standing.Active) {
      return CompletableFuture.completedFuture(null);
    }
    try {
      keyring.vault();
    } catch (RefusedException e) {
      return CompletableFuture.failedFuture(e);
    }
    return refresh()
        .thenAccept(now -> {
          if (!(now instanceof Standing.Active)) {
            throw notActive(now);
          }
        });
  }

  private static RefusedException notActive(Standing now) {
    String why =
        switch (now) {
          case Standing.Waiting(String code) ->
              "another device of yours has to add this one first: its code is " + code;
          case Standing.Excluded(boolean restarted) ->
              restarted
                  ? "the list of your devices was begun anew elsewhere"
                  : "this device was removed";
          case Standing.None _, Standing.Locked _, Standing.Active _ -> "there are no keys here";
        };
    return new RefusedException("no_keys", why, 0);
  }

  /// {@return one's own list, as it is believed}
  public DeviceList mine() {
    return lists
        .list(me)
        .orElseThrow(() -> new RefusedException("no_keys", "there are no keys here", 0));
  }

  private Standing judge(JsonNode answer) {
    List<Device> stated = new ArrayList<>();
    for (JsonNode statement : answer.path("waiting")) {
      read(statement.asText()).ifPresent(stated::add);
    }
    waiting = List.copyOf(stated);
    List<String> links = Directory.links(answer);
    adopt(links);
    Optional<DeviceList> list = list(links);
    listed = !links.isEmpty();
    devices = list.map(DeviceList::good).orElse(List.of());
    standing = stand(list);
    heardAt = clock.millis();
    return standing;
  }

  /// A list that was begun here is this terminal's from the moment on that the server shows it.
  private void adopt(List<String> links) {
    Kept.Beginning begun = keyring.kept().beginning();
    if (begun != null && !links.isEmpty() && links.getFirst().equals(begun.link())) {
      // In this order: whatever ends between the two, the next start finds the list to adopt.
      lists.replace(me, List.of(begun.link()), clock.millis());
      Vault vault = keyring.vault();
      vault.keep(vault.kept().with(begun.device()));
    }
  }

  private Standing stand(Optional<DeviceList> list) {
    if (keyring.isLocked()) {
      return new Standing.Locked();
    }
    OwnDevice own = keyring.kept().device();
    if (own == null) {
      return new Standing.None(devices.size());
    }
    List<String> before = lists.of(me).links();
    List<String> now = list.map(DeviceList::links).orElse(List.of());
    if (!before.isEmpty() && !DeviceList.goesOn(before, now)) {
      return new Standing.Excluded(true);
    }
    Optional<Device> here = list.flatMap(each -> each.device(own.keys().id()));
    if (here.isEmpty()) {
      return new Standing.Waiting(Numbers.deviceCode(Device.read(own.statement(), me)));
    }
    if (!here.get().isGood()) {
      return new Standing.Excluded(false);
    }
    list.ifPresent(this::trust);
    return new Standing.Active();
  }

  /// Whoever has the password of the account, and no device of the list, cannot add one; so a new
  /// one was added by its owner, or by a thief of a device: worth a word.
  private void trust(DeviceList now) {
    List<String> before = lists.of(me).links();
    if (!before.isEmpty() && before.size() < now.links().size()) {
      DeviceList known = lists.read(me, before);
      List<String> names =
          now.good().stream()
              .filter(each -> known.device(each.id()).isEmpty())
              .map(Device::name)
              .toList();
      if (!names.isEmpty()) {
        told.onAdded(me, names);
      }
    }
    lists.trust(me, now.links());
  }

  private Optional<DeviceList> list(List<String> links) {
    try {
      return links.isEmpty() ? Optional.empty() : Optional.of(lists.read(me, links));
    } catch (BadListException _) {
      return Optional.empty();
    }
  }

  private Optional<Device> read(String statement) {
    try {
      return Optional.of(Device.read(statement, me));
    } catch (BadListException _) {
      return Optional.empty();
    }
  }
}

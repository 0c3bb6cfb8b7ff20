package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.encryption.Kept.OwnDevice;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.sealed.BadListException;
import dev.parley.cli.sealed.Device;
import dev.parley.cli.sealed.DeviceKeys;
import dev.parley.cli.sealed.DeviceList;
import dev.parley.cli.sealed.Links;
import dev.parley.cli.sealed.Numbers;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// The devices of one's own account, this terminal among them. On the loop.
final class OwnDevices {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long FRESH = 60_000;

  private final String me;
  private final Server server;
  private final Keyring keyring;
  private final TrustedLists lists;
  private final Told told;
  private final InstantSource clock;
  private List<Device> devices = List.of();
  private List<Device> waiting = List.of();
  private Standing standing = new Standing.None(0);
  private long heardAt;

  OwnDevices(
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
  List<Device> devices() {
    return devices;
  }

  /// {@return devices that wait to be added, as the server said last}
  List<Device> waiting() {
    return waiting;
  }

  /// {@return how this terminal stands, as far as known}
  Standing standing() {
    return standing;
  }

  /// Fetches one's own list, and finds out how this terminal stands to it.
  CompletableFuture<Standing> refresh() {
    return server.ask("devices", Frames.JSON.createObjectNode()).thenApply(this::judge);
  }

  /// {@return done when this terminal may seal; exceptionally `no_keys` or `keys_locked`}
  CompletableFuture<Void> ready() {
    boolean fresh = clock.millis() - heardAt < FRESH;
    if (fresh && keyring.isOpen() && standing instanceof Standing.Active) {
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

  /// Makes keys here. The first device of an account adds itself, any other one waits.
  ///
  /// @param name of the device, for its owner
  /// @param restart whether a new list begins, with a new identity
  CompletableFuture<Standing> make(String name, boolean restart) {
    return server
        .ask("devices", Frames.JSON.createObjectNode())
        .thenCompose(answer -> {
          Vault vault = keyring.vault();
          DeviceKeys keys = DeviceKeys.make(RANDOM);
          String statement = Device.state(me, name, clock.millis(), keys);
          vault.keep(vault.kept().with(new OwnDevice(keys, statement)));
          boolean first = restart || answer.path("links").isEmpty();
          return first ? begin(statement, keys, restart) : await(statement);
        })
        .thenCompose(_ -> refresh());
  }

  private CompletableFuture<JsonNode> begin(String statement, DeviceKeys keys, boolean restart) {
    String link = Links.first(me, statement, clock.millis(), keys);
    ObjectNode fields = Frames.JSON.createObjectNode().put("link", link);
    if (restart) {
      fields.put("restart", true);
    }
    return server
        .ask("linkDevice", fields)
        .thenApply(answer -> {
          lists.replace(me, List.of(link), clock.millis());
          return answer;
        });
  }

  private CompletableFuture<JsonNode> await(String statement) {
    return server.ask("requestDevice", Frames.JSON.createObjectNode().put("statement", statement));
  }

  /// Adds a device that waits.
  ///
  /// @param word its id, its name or its code, or the beginning of one
  CompletableFuture<Device> add(String word) {
    return ready()
        .thenCompose(_ -> refresh())
        .thenCompose(_ -> {
          Device added = pick(waiting, word);
          return link(Links.add(mine(), added.statement(), clock.millis(), keys()), added);
        });
  }

  /// Revokes a device.
  ///
  /// @param word its id or its name, or the beginning of one
  CompletableFuture<Device> remove(String word) {
    return ready()
        .thenCompose(_ -> refresh())
        .thenCompose(_ -> {
          Device revoked = pick(devices, word);
          return link(Links.revoke(mine(), revoked.id(), clock.millis(), keys()), revoked);
        });
  }

  private CompletableFuture<Device> link(String link, Device changed) {
    return server
        .ask("linkDevice", Frames.JSON.createObjectNode().put("link", link))
        .thenCompose(_ -> refresh())
        .thenApply(_ -> changed);
  }

  /// {@return one's own list, as it is believed}
  DeviceList mine() {
    return lists
        .list(me)
        .orElseThrow(() -> new RefusedException("no_keys", "there are no keys here", 0));
  }

  private DeviceKeys keys() {
    OwnDevice device = keyring.kept().device();
    if (device == null) {
      throw new RefusedException("no_keys", "there are no keys here", 0);
    }
    return device.keys();
  }

  private static Device pick(List<Device> among, String word) {
    String wanted = word.replace(" ", "");
    List<Device> found =
        among.stream()
            .filter(each ->
                Stream.of(each.id(), each.name(), Numbers.deviceCode(each))
                    .anyMatch(text -> text.replace(" ", "").startsWith(wanted)))
            .toList();
    if (found.size() != 1 || wanted.isEmpty()) {
      throw new RefusedException(
          "no_such_device",
          found.isEmpty() ? "there is no such device" : "this means more than one device",
          0);
    }
    return found.getFirst();
  }

  private Standing judge(JsonNode answer) {
    List<Device> stated = new ArrayList<>();
    for (JsonNode statement : answer.path("waiting")) {
      read(statement.asText()).ifPresent(stated::add);
    }
    waiting = List.copyOf(stated);
    Optional<DeviceList> list = list(Directory.links(answer));
    devices = list.map(DeviceList::good).orElse(List.of());
    standing = stand(list);
    heardAt = clock.millis();
    return standing;
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

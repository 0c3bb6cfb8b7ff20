package dev.parley.cli.encryption.device;

import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.encryption.key.Kept.OwnDevice;
import dev.parley.cli.encryption.key.Keyring;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.sealed.Device;
import dev.parley.cli.sealed.DeviceKeys;
import dev.parley.cli.sealed.Links;
import dev.parley.cli.sealed.Numbers;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Adds devices to one's own account and removes them, from a device that is in its list. On the
/// loop.
public final class DeviceChanges {
  private final Server server;
  private final Keyring keyring;
  private final OwnDevices own;
  private final InstantSource clock;

  /// Changes nothing yet.
  ///
  /// @param server has the list
  /// @param keyring keys of this terminal
  /// @param own devices of the account
  /// @param clock tells the time
  public DeviceChanges(Server server, Keyring keyring, OwnDevices own, InstantSource clock) {
    this.server = server;
    this.keyring = keyring;
    this.own = own;
    this.clock = clock;
  }

  /// Adds a device that waits.
  ///
  /// @param word its id, its name or its code, or the beginning of one
  /// @return the device; exceptionally if there is none like it, or this terminal may not
  public CompletableFuture<Device> add(String word) {
    return own.ready()
        .thenCompose(_ -> own.refresh())
        .thenCompose(_ -> {
          Device added = pick(own.waiting(), word);
          return link(Links.add(own.mine(), added.statement(), clock.millis(), keys()), added);
        });
  }

  /// Revokes a device.
  ///
  /// @param word its id or its name, or the beginning of one
  /// @return the device; exceptionally if there is none like it, or this terminal may not
  public CompletableFuture<Device> remove(String word) {
    return own.ready()
        .thenCompose(_ -> own.refresh())
        .thenCompose(_ -> {
          Device revoked = pick(own.devices(), word);
          return link(Links.revoke(own.mine(), revoked.id(), clock.millis(), keys()), revoked);
        });
  }

  private CompletableFuture<Device> link(String link, Device changed) {
    return server
        .ask("linkDevice", Frames.JSON.createObjectNode().put("link", link))
        .thenCompose(_ -> own.refresh())
        .thenApply(_ -> changed);
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
}

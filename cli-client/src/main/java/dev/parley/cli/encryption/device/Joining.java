package dev.parley.cli.encryption.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.encryption.key.Kept.Beginning;
import dev.parley.cli.encryption.key.Kept.OwnDevice;
import dev.parley.cli.encryption.key.Keyring;
import dev.parley.cli.encryption.key.Vault;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.sealed.Device;
import dev.parley.cli.sealed.DeviceKeys;
import dev.parley.cli.sealed.Links;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// How this terminal comes into the list of its account's devices: as the first of a list, or by
/// asking a device that is in it. On the loop.
///
/// Keys are on the disk before the server hears of them. A list that is begun replaces nothing here
/// before the server has it: what failed leaves the device of before as it was, and asking again
/// sends the same link.
public final class Joining {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String me;
  private final Server server;
  private final Keyring keyring;
  private final TrustedLists lists;
  private final OwnDevices own;
  private final InstantSource clock;

  /// Changes nothing yet.
  ///
  /// @param me handle of the account
  /// @param server has the list
  /// @param keyring keys of this terminal
  /// @param lists what is believed
  /// @param own devices of the account
  /// @param clock tells the time
  public Joining(
      String me,
      Server server,
      Keyring keyring,
      TrustedLists lists,
      OwnDevices own,
      InstantSource clock) {
    this.me = me;
    this.server = server;
    this.keyring = keyring;
    this.lists = lists;
    this.own = own;
    this.clock = clock;
  }

  /// Finds out how this terminal stands, and sends again what got lost on its way: the first link
  /// of an account, or the request of a device that waits. What fails once more is left for the
  /// next look.
  ///
  /// @return how it stands; exceptionally if the server does not say
  public CompletableFuture<Standing> look() {
    return own.refresh().thenCompose(standing -> resumed(standing).exceptionally(_ -> standing));
  }

  /// Makes keys here. The first device of an account begins its list, any other one waits to be
  /// added; so does one that was left out, with fresh keys.
  ///
  /// @param name of the device, for its owner
  /// @return how it stands; exceptionally `keys_exist`, `no_device_left`
  public CompletableFuture<Standing> make(String name) {
    return own.refresh()
        .thenCompose(standing -> {
          if (!own.hasList() && isOutside(standing)) {
            return begin(name, false);
          }
          check(standing);
          if (standing instanceof Standing.Excluded(boolean restarted) && restarted) {
            // Its owner asks to be in the list of now: whichever adds this terminal is believed.
            lists.replace(me, List.of(), clock.millis());
          }
          Vault vault = keyring.vault();
          vault.keep(vault.kept().with(fresh(name)));
          return own.refresh();
        })
        .thenCompose(this::resumed);
  }

  private static boolean isOutside(Standing standing) {
    return standing instanceof Standing.None || standing instanceof Standing.Waiting;
  }

  private void check(Standing standing) {
    if (!(standing instanceof Standing.None || standing instanceof Standing.Excluded)) {
      throw new RefusedException("keys_exist", "there are keys here already", 0);
    }
    if (own.devices().isEmpty()) {
      throw new RefusedException("no_device_left", "no device is left that could add this one", 0);
    }
  }

  /// Begins a new list, with a new identity: everybody else is warned.
  ///
  /// @param name of the device, for its owner
  /// @return how it stands
  public CompletableFuture<Standing> restart(String name) {
    return begin(name, true);
  }

  private CompletableFuture<Standing> begin(String name, boolean restart) {
    Vault vault = keyring.vault();
    Beginning known = vault.kept().beginning();
    boolean same = known != null && name(known.device()).equals(name);
    Beginning begun = known != null && same ? known : beginning(name);
    vault.keep(vault.kept().with(begun));
    return send(begun, restart);
  }

  private Beginning beginning(String name) {
    OwnDevice device = fresh(name);
    return new Beginning(
        device, Links.first(me, device.statement(), clock.millis(), device.keys()));
  }

  private CompletableFuture<Standing> send(Beginning begun, boolean restart) {
    ObjectNode fields = Frames.JSON.createObjectNode().put("link", begun.link());
    if (restart) {
      fields.put("restart", true);
    }
    // How it stands then is judged by the list of the server, which begins with this link.
    return server.ask("linkDevice", fields).thenCompose(_ -> own.refresh());
  }

  private CompletableFuture<Standing> resumed(Standing standing) {
    Beginning begun = keyring.kept().beginning();
    if (standing instanceof Standing.None && begun != null && !own.hasList()) {
      return send(begun, false);
    }
    OwnDevice device = keyring.kept().device();
    return standing instanceof Standing.Waiting && device != null && !own.isAnnounced(device)
        ? announce(device)
        : CompletableFuture.completedFuture(standing);
  }

  private CompletableFuture<Standing> announce(OwnDevice device) {
    CompletableFuture<JsonNode> asked =
        server.ask(
            "requestDevice", Frames.JSON.createObjectNode().put("statement", device.statement()));
    return asked.thenCompose(_ -> own.refresh());
  }

  private OwnDevice fresh(String name) {
    DeviceKeys keys = DeviceKeys.make(RANDOM);
    return new OwnDevice(keys, Device.state(me, name, clock.millis(), keys));
  }

  private String name(OwnDevice device) {
    return Device.read(device.statement(), me).name();
  }
}

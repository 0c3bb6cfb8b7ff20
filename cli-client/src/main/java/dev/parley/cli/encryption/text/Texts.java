package dev.parley.cli.encryption.text;

import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.encryption.device.Directory;
import dev.parley.cli.encryption.device.OwnDevices;
import dev.parley.cli.encryption.device.Peer;
import dev.parley.cli.encryption.device.TrustedLists;
import dev.parley.cli.encryption.key.Kept.OwnDevice;
import dev.parley.cli.encryption.key.Keyring;
import dev.parley.cli.encryption.key.Vault;
import dev.parley.cli.sealed.Content;
import dev.parley.cli.sealed.Context;
import dev.parley.cli.sealed.Device;
import dev.parley.cli.sealed.DeviceList;
import dev.parley.cli.sealed.Place;
import dev.parley.cli.sealed.SealedText;
import dev.parley.cli.sealed.UnopenedException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Seals what is written and opens what was. On the loop.
public final class Texts {
  private final String me;
  private final Keyring keyring;
  private final TrustedLists lists;
  private final OwnDevices own;
  private final Directory directory;
  private final Order order;
  private final InstantSource clock;

  /// What came of opening a text.
  ///
  /// @param content what it says, or `null`
  /// @param flag `open`, or the reason why it was not opened
  public record Opening(@Nullable Content content, String flag) {
    static Opening unopened(String reason) {
      return new Opening(null, reason);
    }
  }

  /// Seals and opens nothing yet.
  ///
  /// @param me handle of the account
  /// @param keyring keys of this terminal
  /// @param own devices of the account
  /// @param directory devices of others
  /// @param lists what is believed
  /// @param clock tells the time
  public Texts(
      String me,
      Keyring keyring,
      TrustedLists lists,
      OwnDevices own,
      Directory directory,
      InstantSource clock) {
    this.me = me;
    this.keyring = keyring;
    this.lists = lists;
    this.own = own;
    this.directory = directory;
    this.order = new Order(keyring);
    this.clock = clock;
  }

  /// Seals a text to all devices of both.
  ///
  /// @param user with whom the conversation is
  /// @param content what it says
  /// @param place where it is to stand
  /// @param clientId what it is called
  /// @return the text for the log; exceptionally `no_keys`, `keys_locked`, `peer_without_keys`,
  ///   `key_changed`
  public CompletableFuture<String> seal(
      String user, Content content, Place place, String clientId) {
    return readers(user).thenApply(readers -> sealNow(user, content, place, clientId, readers));
  }

  /// {@return all devices that are to read what is written to somebody}
  ///
  /// @param user handle
  public CompletableFuture<List<Device>> readers(String user) {
    if (user.equals(me)) {
      return own.ready().thenApply(_ -> own.mine().good());
    }
    return own.ready()
        .thenCompose(_ -> directory.peer(user))
        .thenApply(peer -> {
          List<Device> readers = new ArrayList<>(own.mine().good());
          readers.addAll(good(peer));
          return readers;
        });
  }

  private static List<Device> good(Peer peer) {
    List<Device> good =
        switch (peer) {
          case Peer.None _ -> List.of();
          case Peer.Changed _ ->
              throw new RefusedException(
                  "key_changed", "the keys of the other person have changed", 0);
          case Peer.Known(DeviceList list) -> list.good();
        };
    if (good.isEmpty()) {
      throw new RefusedException("peer_without_keys", "the other person has no keys", 0);
    }
    return good;
  }

  private String sealNow(
      String user, Content content, Place place, String clientId, List<Device> readers) {
    lists.encrypted(user, true);
    Vault vault = keyring.vault();
    OwnDevice device = vault.kept().device();
    if (device == null) {
      throw new RefusedException("no_keys", "there are no keys here", 0);
    }
    long time = Math.max(vault.kept().lastTime() + 1, clock.millis());
    vault.keep(vault.kept().at(time));
    var context = new Context(place, device.keys().id(), clientId, time);
    return SealedText.seal(content, context, device.keys(), readers);
  }

  /// Opens a text.
  ///
  /// @param sealed as the server has it
  /// @param place where it was met
  /// @param seq its number there; 0 where its order cannot be judged
  /// @param at when the log got it, as the server says, in milliseconds since 1970
  /// @return what came of it; never exceptionally
  public CompletableFuture<Opening> open(String sealed, Place place, long seq, long at) {
    if (!keyring.isOpen()) {
      String reason = keyring.isLocked() ? "keys_locked" : "no_keys";
      return CompletableFuture.completedFuture(Opening.unopened(reason));
    }
    Optional<Context> claimed = SealedText.claimed(sealed);
    String device = claimed.map(Context::device).orElse("");
    Supplier<Opening> now =
        () -> {
          DeviceList sender = lists.with(place.sender(), device).orElse(nobody(place));
          return openNow(
              sealed, place, seq, claimed.map(each -> inTime(sender, each, at)).orElse(sender));
        };
    if (device.isEmpty() || lists.with(place.sender(), device).isPresent()) {
      return CompletableFuture.completedFuture(now.get());
    }
    CompletableFuture<?> asked =
        place.sender().equals(me) ? own.ofNow() : directory.peerOfNow(place.sender());
    return asked.handle((_, _) -> now.get());
  }

  /// A device whose clock was ahead wrote later than it was revoked, as it says itself; as the log
  /// says, it did not. Whoever holds a revoked key can claim any time of its own, but not that of
  /// the log: so that one is enough.
  private static DeviceList inTime(DeviceList sender, Context claimed, long at) {
    boolean wasGood =
        sender.device(claimed.device()).filter(each -> at <= each.revokedAt()).isPresent();
    return wasGood ? sender.lasting(claimed.device(), claimed.time()) : sender;
  }

  private Opening openNow(String sealed, Place place, long seq, DeviceList sender) {
    try {
      SealedText.Opened opened = SealedText.open(sealed, place, sender, keyring.kept().allKeys());
      if (seq > 0) {
        order.check(opened.context(), seq);
      }
      return new Opening(opened.content(), "open");
    } catch (UnopenedException e) {
      return Opening.unopened(e.problem().code());
    }
  }

  private static DeviceList nobody(Place place) {
    return new DeviceList(place.sender(), List.of(), List.of());
  }
}

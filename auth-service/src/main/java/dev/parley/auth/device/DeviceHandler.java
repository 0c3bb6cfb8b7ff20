package dev.parley.auth.device;

import dev.parley.auth.Deed;
import dev.parley.auth.Outcome;
import dev.parley.auth.Refusal;
import dev.parley.auth.device.DeviceStore.Linked;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.auth.FetchDevices;
import dev.parley.contracts.auth.LinkDevice;
import dev.parley.contracts.auth.RequestDevice;
import dev.parley.contracts.delivery.DeviceList;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/// Grows and shows the lists of encryption devices.
///
/// A repeated record finds its link the last one, or its statement waiting, and is answered as
/// before.
@Singleton
public final class DeviceHandler {
  private static final int MAX_WAITING = 3;
  private static final Pattern STATEMENT = Pattern.compile("[A-Za-z0-9_-]{200,700}");

  private final DeviceStore devices;
  private final DeviceRules rules;

  @Inject
  DeviceHandler(DeviceStore devices, DeviceConfig config) {
    this(devices, new DeviceRules(config.maxPerAccount(), config.maxLinks()));
  }

  /// Uses a store.
  ///
  /// @param devices the lists
  /// @param rules what fits
  public DeviceHandler(DeviceStore devices, DeviceRules rules) {
    this.devices = devices;
    this.rules = rules;
  }

  /// Adds a link to the account's list.
  ///
  /// @param request the request
  /// @return what came of it
  public Outcome link(LinkDevice request) {
    return DeviceLink.read(request.link())
        .filter(link -> link.account().equals(request.account()))
        .map(link -> link(request, link))
        .orElseGet(() -> refused(request.replyTo(), "this is no link of your list of devices"));
  }

  private Outcome link(LinkDevice request, DeviceLink link) {
    return switch (devices.add(link, request.restart(), rules)) {
      case Linked.Done() -> Outcome.done(request.replyTo(), deed(request, link));
      case Linked.Unfit(String reason) -> refused(request.replyTo(), reason);
      case Linked.NoAccount() -> Outcome.refused(request.replyTo(), Refusal.BAD_CREDENTIALS);
    };
  }

  private static Deed deed(LinkDevice request, DeviceLink link) {
    return request.restart()
        ? new Deed(AuditAction.DEVICES_RESTARTED)
        : new Deed(AuditAction.DEVICE_LINKED, String.valueOf(link.number()));
  }

  /// Lets a device wait to be linked.
  ///
  /// @param request the request
  /// @return what came of it
  public Outcome await(RequestDevice request) {
    if (!STATEMENT.matcher(request.statement()).matches()) {
      return refused(request.replyTo(), "this is no statement of a device");
    }
    return devices.await(request.account(), request.statement(), MAX_WAITING)
        ? Outcome.done(request.replyTo())
        : Outcome.refused(request.replyTo(), Refusal.BAD_CREDENTIALS);
  }

  /// Shows an account's list.
  ///
  /// @param request the request
  /// @return what came of it
  public Outcome fetch(FetchDevices request) {
    List<String> waiting =
        request.by().equals(request.account()) ? devices.waiting(request.account()) : List.of();
    return new Outcome(
        new DeviceList(request.replyTo().request(), devices.links(request.account()), waiting),
        List.of());
  }

  private static Outcome refused(ReplyTo replyTo, String reason) {
    return Outcome.refused(replyTo, Refusal.badDevice(reason));
  }
}

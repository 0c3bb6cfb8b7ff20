package dev.parley.cli.sealed;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/// Accounts with devices, as tests need them.
public final class Devices {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String account;
  private final List<String> links = new ArrayList<>();
  private final DeviceKeys first = DeviceKeys.make(RANDOM);

  private Devices(String account) {
    this.account = account;
    links.add(Links.first(account, statement(first), 1, first));
  }

  /// {@return an account with one device}
  public static Devices of(String account) {
    return new Devices(account);
  }

  /// {@return fresh keys}
  public static DeviceKeys keys() {
    return DeviceKeys.make(RANDOM);
  }

  /// {@return keys of the first device}
  public DeviceKeys keysOfFirst() {
    return first;
  }

  /// Adds a device.
  public Devices add(DeviceKeys added, long at) {
    links.add(Links.add(list(), statement(added), at, first));
    return this;
  }

  /// Revokes a device.
  public Devices revoke(DeviceKeys revoked, long at) {
    links.add(Links.revoke(list(), revoked.id(), at, first));
    return this;
  }

  /// {@return the list of now}
  public DeviceList list() {
    return DeviceList.read(account, links);
  }

  /// {@return statement of keys}
  public String statement(DeviceKeys of) {
    return Device.state(account, "a device", 1, of);
  }
}

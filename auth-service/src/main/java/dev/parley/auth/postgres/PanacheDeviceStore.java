package dev.parley.auth.postgres;

import dev.parley.auth.device.DeviceLink;
import dev.parley.auth.device.DeviceRules;
import dev.parley.auth.device.DeviceStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/// Lists of devices in the table `device_link`, what waits in `waiting_device`; the row of the
/// account is locked while they change.
@Singleton
final class PanacheDeviceStore implements DeviceStore {
  private final Database database;

  @Inject
  PanacheDeviceStore(Database database) {
    this.database = database;
  }

  @Override
  public Linked add(DeviceLink link, boolean restart, DeviceRules rules) {
    return database.call(() -> {
      String account = link.account();
      if (!lock(account)) {
        return new Linked.NoAccount();
      }
      List<String> stored = DeviceLinkEntity.of(account);
      if (!stored.isEmpty() && stored.getLast().equals(link.wire())) {
        return new Linked.Done();
      }
      List<DeviceLink> links = restart ? List.of() : read(stored);
      String reason = rules.check(links, link);
      if (reason != null) {
        return new Linked.Unfit(reason);
      }
      if (restart) {
        DeviceLinkEntity.delete("account", account);
      }
      write(link);
      WaitingDeviceEntity.delete("account = ?1 and statement = ?2", account, link.body());
      return new Linked.Done();
    });
  }

  @Override
  public boolean await(String account, String statement, int max) {
    return database.call(() -> {
      if (!lock(account)) {
        return false;
      }
      List<WaitingDeviceEntity> waiting = WaitingDeviceEntity.of(account);
      if (waiting.stream().anyMatch(row -> row.statement.equals(statement))) {
        return true;
      }
      waiting.stream()
          .limit(Math.max(0, waiting.size() - max + 1))
          .forEach(WaitingDeviceEntity::delete);
      WaitingDeviceEntity row = new WaitingDeviceEntity();
      row.account = account;
      row.statement = statement;
      row.persist();
      return true;
    });
  }

  @Override
  public List<String> links(String account) {
    return database.call(() -> DeviceLinkEntity.of(account));
  }

  @Override
  public List<String> waiting(String account) {
    return database.call(
        () -> WaitingDeviceEntity.of(account).stream().map(row -> row.statement).toList());
  }

  private static boolean lock(String account) {
    return AccountEntity.findById(account, LockModeType.PESSIMISTIC_WRITE) != null;
  }

  private static List<DeviceLink> read(List<String> stored) {
    return stored.stream().map(DeviceLink::read).flatMap(Optional::stream).toList();
  }

  private static void write(DeviceLink link) {
    DeviceLinkEntity row = new DeviceLinkEntity();
    row.account = link.account();
    row.number = Math.toIntExact(link.number());
    row.link = link.wire();
    row.persist();
  }
}

package dev.parley.cli.sealed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An account's list of devices, every link of it checked.
///
/// @param account handle
/// @param devices in the order in which they were added, those that were revoked too
/// @param links as they travel, in base64url
public record DeviceList(String account, List<Device> devices, List<String> links) {

  /// Most links of a list; a server takes no more, either.
  public static final int MOST_LINKS = 1_000;

  /// Most devices that are good at a time: a text has no room for more.
  public static final int MOST_DEVICES = 8;

  /// Longest link, in base64url characters.
  public static final int LONGEST_LINK = 1_400;

  /// Copies the lists.
  public DeviceList {
    devices = List.copyOf(devices);
    links = List.copyOf(links);
  }

  /// {@return a list, followed from its first link}
  ///
  /// @param account whose it has to be
  /// @param links in base64url
  /// @throws BadListException at the first link that does not hold, or if there is none
  public static DeviceList read(String account, List<String> links) {
    checkSize(links);
    DeviceList list = new DeviceList(account, List.of(), List.of());
    for (String link : links) {
      list = Link.read(link).follow(list, link);
    }
    if (links.isEmpty()) {
      throw new BadListException("the list is empty");
    }
    return list;
  }

  /// Checks how many links there are and how long they are, before anything of them is read.
  ///
  /// @param links in base64url
  /// @throws BadListException if it is more than any list has
  public static void checkSize(List<String> links) {
    if (links.size() > MOST_LINKS) {
      throw new BadListException(
          "a list has at most " + MOST_LINKS + " links, and this one has " + links.size());
    }
    for (String link : links) {
      if (link.length() > LONGEST_LINK) {
        throw new BadListException(
            "a link has at most " + LONGEST_LINK + " characters, got " + link.length());
      }
    }
  }

  /// {@return the key with which the list began, in base64url: who the account is as long as the
  /// list goes on}
  public String identity() {
    return devices.getFirst().signing();
  }

  /// {@return the devices that were not revoked}
  public List<Device> good() {
    return devices.stream().filter(Device::isGood).toList();
  }

  /// {@return a device, revoked or not}
  ///
  /// @param id in hexadecimal
  public Optional<Device> device(String id) {
    return devices.stream().filter(device -> device.id().equals(id)).findFirst();
  }

  /// {@return the list as it was until it was replaced: none of its devices is good after that}
  ///
  /// @param until milliseconds since 1970
  public DeviceList endedAt(long until) {
    List<Device> ended =
        devices.stream().map(each -> each.revoked(Math.min(each.revokedAt(), until))).toList();
    return new DeviceList(account, ended, links);
  }

  /// {@return the list with a device that was good up to a later time}
  ///
  /// @param id in hexadecimal
  /// @param until milliseconds since 1970
  public DeviceList lasting(String id, long until) {
    List<Device> lasting =
        devices.stream()
            .map(each ->
                each.id().equals(id) ? each.revoked(Math.max(each.revokedAt(), until)) : each)
            .toList();
    return new DeviceList(account, lasting, links);
  }

  /// {@return whether later links are the earlier ones, perhaps with more behind}
  ///
  /// @param earlier links that were believed
  /// @param later links of now
  public static boolean goesOn(List<String> earlier, List<String> later) {
    return later.size() >= earlier.size() && later.subList(0, earlier.size()).equals(earlier);
  }

  /// {@return hash that the next link has to name}
  byte[] hash() {
    return links.isEmpty() ? new byte[32] : Bytes.sha256(Bytes.decode(links.getLast()));
  }

  Optional<Device> goodDevice(String id) {
    return device(id).filter(Device::isGood);
  }

  DeviceList with(Device added, String link) {
    List<Device> more = new ArrayList<>(devices);
    more.add(added);
    return new DeviceList(account, more, plus(link));
  }

  DeviceList without(Device revoked, long at, String link) {
    List<Device> left = new ArrayList<>(devices);
    left.set(left.indexOf(revoked), revoked.revoked(at));
    return new DeviceList(account, left, plus(link));
  }

  private List<String> plus(String link) {
    List<String> more = new ArrayList<>(links);
    more.add(link);
    return more;
  }
}

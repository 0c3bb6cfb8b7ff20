package dev.parley.cli.encryption.device;

import dev.parley.cli.encryption.key.Kept.Past;
import dev.parley.cli.encryption.key.Kept.Trusted;
import dev.parley.cli.encryption.key.Keyring;
import dev.parley.cli.encryption.key.Vault;
import dev.parley.cli.sealed.DeviceList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The lists of devices that are believed, and those that were. On the loop.
public final class TrustedLists {
  private static final int MOST_READ = 200;

  /// Of each account; what was written under an older one stays shut.
  private static final int MOST_PAST = 8;

  private final Keyring keyring;
  private Consumer<String> listener = _ -> {};

  /// Lists whose signatures were checked already.
  private final Map<List<String>, DeviceList> read =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, DeviceList> eldest) {
          return size() > MOST_READ;
        }
      };

  /// Reads what the keyring holds.
  ///
  /// @param keyring of this client
  public TrustedLists(Keyring keyring) {
    this.keyring = keyring;
  }

  /// Tells from now on whose list is another one than before.
  ///
  /// @param account told
  public void listen(Consumer<String> account) {
    listener = account;
  }

  /// {@return a list, checked}
  ///
  /// @param account whose list
  /// @param links of the list, in base64url
  /// @throws dev.parley.cli.sealed.BadListException if it does not hold
  public DeviceList read(String account, List<String> links) {
    DeviceList.checkSize(links);
    DeviceList known = read.get(links);
    if (known != null && known.account().equals(account)) {
      return known;
    }
    DeviceList list = DeviceList.read(account, links);
    read.put(List.copyOf(links), list);
    return list;
  }

  /// {@return what is believed of an account}
  ///
  /// @param account handle
  public Trusted of(String account) {
    return keyring.kept().trusted(account);
  }

  /// {@return the list that is believed, if any is}
  ///
  /// @param account handle
  public Optional<DeviceList> list(String account) {
    List<String> links = of(account).links();
    return links.isEmpty() ? Optional.empty() : Optional.of(read(account, links));
  }

  /// {@return the believed list that has a device, or one that was believed when it was written}
  ///
  /// @param account whose list
  /// @param device id of the device
  public Optional<DeviceList> with(String account, String device) {
    Trusted trusted = of(account);
    List<DeviceList> lists = new ArrayList<>(list(account).stream().toList());
    for (Past past : trusted.past()) {
      lists.add(read(account, past.links()).endedAt(past.until()));
    }
    return lists.stream().filter(each -> each.device(device).isPresent()).findFirst();
  }

  /// Believes a list that goes on from the one before.
  ///
  /// @param account whose list
  /// @param links of the list, in base64url
  public void trust(String account, List<String> links) {
    Trusted before = of(account);
    if (!before.links().equals(links)) {
      keep(account, new Trusted(links, before.past(), before.encrypted(), before.verified()));
      listener.accept(account);
    }
  }

  /// Believes another list from now on; the one before opens what was written under it.
  ///
  /// @param account whose list
  /// @param links of the list, in base64url
  /// @param now milliseconds since 1970
  public void replace(String account, List<String> links, long now) {
    Trusted before = of(account);
    List<Past> past = new ArrayList<>();
    if (!before.links().isEmpty()) {
      past.add(new Past(before.links(), now));
    }
    past.addAll(before.past());
    List<Past> newest = past.subList(0, Math.min(MOST_PAST, past.size()));
    keep(account, new Trusted(links, newest, before.encrypted(), ""));
    listener.accept(account);
  }

  /// Notes whether texts for somebody are encrypted.
  ///
  /// @param account handle
  /// @param encrypted whether they are
  public void encrypted(String account, boolean encrypted) {
    Trusted before = of(account);
    if (before.encrypted() != encrypted) {
      keep(account, new Trusted(before.links(), before.past(), encrypted, before.verified()));
    }
  }

  /// Notes the safety number that two people have compared.
  ///
  /// @param account of the other one
  /// @param number the number; empty for none
  public void verified(String account, String number) {
    Trusted before = of(account);
    keep(account, new Trusted(before.links(), before.past(), before.encrypted(), number));
  }

  private void keep(String account, Trusted trusted) {
    Vault vault = keyring.vault();
    vault.keep(vault.kept().with(account, trusted));
  }
}

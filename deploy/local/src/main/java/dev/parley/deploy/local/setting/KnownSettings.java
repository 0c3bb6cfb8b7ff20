package dev.parley.deploy.local.setting;

import dev.parley.deploy.local.console.TroubleException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/// What can be set in the services, and what cannot.
///
/// A service passes over a name that it does not know; whoever misspells the one that closes
/// registration would have an open server and not know it.
public final class KnownSettings {

  private static final String OURS = "parley.";

  private final Set<String> names = new TreeSet<>();
  private final Set<String> groups = new TreeSet<>();

  /// Knows nothing yet.
  public KnownSettings() {}

  /// Adds the settings of one `@ConfigMapping`.
  void add(MappedSettings mapping) {
    names.addAll(mapping.names());
    groups.addAll(mapping.groups());
  }

  /// Checks names that a person wrote. Those that are not Parley's own are anybody's business.
  ///
  /// @param keys such as `parley.auth.lockout.failures`
  /// @throws TroubleException if no service has one of them
  public void check(Collection<String> keys) {
    if (names.isEmpty()) {
      return;
    }
    keys.stream()
        .filter(key -> key.startsWith(OURS) && !isKnown(key))
        .findFirst()
        .ifPresent(key -> {
          throw new TroubleException(
              "no service has the setting " + key,
              "did you mean " + nearest(key) + "? The READMEs of the services list all there are");
        });
  }

  private boolean isKnown(String key) {
    String plain = key.replaceFirst("\\[\\d+]$", "");
    return names.contains(plain)
        || groups.stream().anyMatch(group -> plain.startsWith(group + "."));
  }

  private String nearest(String key) {
    return names.stream()
        .min(Comparator.comparingInt(name -> Spelling.distance(key, name)))
        .orElseThrow();
  }
}

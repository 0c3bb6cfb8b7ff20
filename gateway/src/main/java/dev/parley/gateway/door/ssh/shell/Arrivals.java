package dev.parley.gateway.door.ssh.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Who came and went within a short time, told in one line; who only came by is not told. For one
/// thread, bounded by the number of accounts that are announced at all.
final class Arrivals {
  private final Map<String, Integer> balance = new LinkedHashMap<>();

  /// {@return whether this is the first since the last telling}
  boolean came(String account) {
    return add(account, 1);
  }

  /// {@return whether this is the first since the last telling}
  boolean went(String account) {
    return add(account, -1);
  }

  /// {@return one line, or nothing}
  String tell() {
    String here = names(1, "here: ");
    String gone = names(-1, "gone: ");
    balance.clear();
    return here.isEmpty() || gone.isEmpty() ? here + gone : here + "; " + gone;
  }

  private boolean add(String account, int change) {
    boolean first = balance.isEmpty();
    balance.merge(account, change, Integer::sum);
    return first;
  }

  private String names(int sign, String before) {
    String names =
        balance.entrySet().stream()
            .filter(each -> Integer.signum(each.getValue()) == sign)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : before + names;
  }
}

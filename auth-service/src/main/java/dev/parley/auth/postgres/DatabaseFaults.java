package dev.parley.auth.postgres;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells by SQLSTATE whether the same statement may go well later.
final class DatabaseFaults {
  /// Classes of faults that lie in the statement or its values: data exception, integrity
  /// constraint, syntax or access rule. PostgreSQL, appendix A.
  private static final Set<String> OURS = Set.of("22", "23", "42");

  private DatabaseFaults() {}

  static boolean isTemporary(Throwable fault) {
    List<Throwable> all = chain(fault);
    return all.stream().anyMatch(DatabaseFaults::isOfTheDatabase)
        && all.stream().noneMatch(DatabaseFaults::isOurs);
  }

  /// {@return what the innermost cause says, in one line}
  ///
  /// @param fault a fault
  static String rootMessage(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }

  private static boolean isOfTheDatabase(Throwable fault) {
    return fault instanceof SQLException
        || fault.getClass().getName().startsWith("jakarta.transaction.");
  }

  private static boolean isOurs(Throwable fault) {
    return fault instanceof SQLException sql && OURS.contains(stateClass(sql.getSQLState()));
  }

  private static String stateClass(@Nullable String state) {
    return state == null || state.length() < 2 ? "" : state.substring(0, 2);
  }

  /// The fault with all causes; a failed commit has its own only among the suppressed.
  private static List<Throwable> chain(Throwable fault) {
    Set<Throwable> seen = new HashSet<>();
    Deque<Throwable> open = new ArrayDeque<>(List.of(fault));
    while (!open.isEmpty()) {
      Throwable next = open.remove();
      if (seen.add(next)) {
        open.addAll(List.of(next.getSuppressed()));
        if (next.getCause() != null) {
          open.add(next.getCause());
        }
      }
    }
    return List.copyOf(seen);
  }
}

package dev.parley.deploy.bench.session;

import java.util.Locale;

/// The names of one run; those of another run are others.
///
/// @param run lower-case letters and digits that no run before had
public record Roster(String run) {

  /// {@return the roster of a run that starts now}
  ///
  /// @param millis the time, epoch milliseconds
  public static Roster at(long millis) {
    return new Roster(Long.toString(millis, 36));
  }

  /// {@return the handle of a member; all of a run are equally long}
  ///
  /// @param member number of the member, 0 to 999,999
  public String handle(int member) {
    return String.format(Locale.ROOT, "b%s.%06d", run, member);
  }

  /// {@return the name of a group, without `#`}
  ///
  /// @param group number of the group
  public String group(int group) {
    return "room-" + run + "-" + group;
  }

  /// {@return the password of every account of the run}
  public String password() {
    return "Bench-" + run + "-load-9";
  }
}

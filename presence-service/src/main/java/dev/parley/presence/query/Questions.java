package dev.parley.presence.query;

import dev.parley.contracts.presence.Ping;
import dev.parley.contracts.presence.WhoElse;
import dev.parley.contracts.presence.WhoLastHour;
import java.util.ArrayList;
import java.util.List;

/// The questions of one poll. For one thread.
public final class Questions {

  /// A question about the last hour, and when it was asked.
  ///
  /// @param request the question
  /// @param at epoch milliseconds
  record AskedAt(WhoLastHour request, long at) {}

  private final List<WhoElse> whoElse = new ArrayList<>();
  private final List<AskedAt> whoLastHour = new ArrayList<>();
  private final List<Ping> pings = new ArrayList<>();

  /// Starts without any.
  public Questions() {}

  /// Adds one.
  ///
  /// @param request the question
  public void add(WhoElse request) {
    whoElse.add(request);
  }

  /// Adds one.
  ///
  /// @param request the question
  /// @param at when it was asked, epoch milliseconds
  public void add(WhoLastHour request, long at) {
    whoLastHour.add(new AskedAt(request, at));
  }

  /// Adds one.
  ///
  /// @param request the question
  public void add(Ping request) {
    pings.add(request);
  }

  List<WhoElse> whoElse() {
    return whoElse;
  }

  List<AskedAt> whoLastHour() {
    return whoLastHour;
  }

  List<Ping> pings() {
    return pings;
  }
}

package dev.parley.deploy.local.part;

import dev.parley.deploy.local.console.TroubleException;
import java.util.EnumMap;
import java.util.Map;

/// Which number each port has: the default or the one set, plus the offset, plus 10 for each
/// further instance of a service.
public final class PortTable {

  private static final int PER_INSTANCE = 10;
  private static final int HIGHEST = 65_535;

  private final Map<Port, Integer> first = new EnumMap<>(Port.class);

  /// Computes the table.
  ///
  /// @param set numbers that replace the defaults
  /// @param offset added to every number
  /// @throws TroubleException if a number is no port, or two ports have the same number
  public PortTable(Map<Port, Integer> set, int offset) {
    for (Port port : Port.values()) {
      int number = set.getOrDefault(port, port.byDefault()) + offset;
      if (number < 1 || number > HIGHEST) {
        throw new TroubleException(
            "port " + port.label() + " would be " + number + ", which is not from 1 to 65535",
            "choose another --port " + port.label() + "=NUMBER or --port-offset");
      }
      requireUnused(port, number);
      first.put(port, number);
    }
  }

  /// {@return the number of a port of a first instance}
  ///
  /// @param port any
  public int of(Port port) {
    return of(port, 1);
  }

  /// {@return the number of a port}
  ///
  /// @param port any
  /// @param instance 1 for the first instance of a service
  public int of(Port port, int instance) {
    return first.getOrDefault(port, 0) + (instance - 1) * PER_INSTANCE;
  }

  private void requireUnused(Port port, int number) {
    first.forEach((other, taken) -> {
      if (taken == number) {
        throw new TroubleException(
            "ports " + other.label() + " and " + port.label() + " are both " + number,
            "give one of them another number: --port " + port.label() + "=NUMBER");
      }
    });
  }
}

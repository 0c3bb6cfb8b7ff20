package dev.parley.deploy.local.stack;

import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.part.PortTable;
import dev.parley.deploy.local.part.Service;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a stack is started with.
///
/// @param root the repository, in which everything has been built
/// @param home the data folder
/// @param listen address of the doors
/// @param ports the number of every port
/// @param partitions 0 for what the data folder has, or the default of 6
/// @param loadTest throwaway data, no rate limits, cheap password hashes
/// @param recording whether a program without a cache records what one is made of
/// @param properties configuration that every service gets, and that wins over all else
/// @param jvm further JVM options of a service
/// @param instances processes of a service; 1 where absent
public record StackOptions(
    Path root,
    Home home,
    String listen,
    PortTable ports,
    int partitions,
    boolean loadTest,
    boolean recording,
    Map<String, String> properties,
    Map<Service, List<String>> jvm,
    Map<Service, Integer> instances) {

  /// Most processes of one service: ports of further instances are 10 apart, so that an offset of
  /// 100 keeps two stacks clear of each other.
  public static final int MOST_INSTANCES = 9;

  /// Checks what could do harm.
  ///
  /// @throws TroubleException if a load test would listen beyond loopback, or an instance count is
  ///   out of range
  public StackOptions {
    properties = Map.copyOf(properties);
    jvm = Map.copyOf(jvm);
    instances = Map.copyOf(instances);
    if (loadTest && !isLoopback(listen)) {
      throw new TroubleException(
          "--load-test has no rate limits and cheap password hashes, so it does not listen on "
              + listen,
          "leave out --listen, or leave out --load-test");
    }
    instances.forEach(StackOptions::requireCount);
  }

  /// {@return the number of processes of a service at the start}
  ///
  /// @param service any
  public int instancesOf(Service service) {
    return instances.getOrDefault(service, 1);
  }

  /// Checks a number of instances.
  ///
  /// @param service any
  /// @param count how many processes
  /// @throws TroubleException if it is not from 1 to 9
  public static void requireCount(Service service, int count) {
    if (count < 1 || count > MOST_INSTANCES) {
      throw new TroubleException(
          "a stack runs 1 to " + MOST_INSTANCES + " instances of a service, not " + count,
          "write for example " + service.label() + "=2");
    }
  }

  /// {@return what whoever starts such a stack must know before people use it; a line for each}
  public List<String> warnings() {
    if (loadTest) {
      return List.of(
          "LOAD TEST: data is thrown away at the end, no rate limits, password hashes",
          "are cheap to break. Loopback only. Never let people use this stack.");
    }
    if (!isLoopback(listen)) {
      return List.of(
          "Doors listen on " + listen + ". The doors tcp and web (http) carry passwords in clear:",
          "give people https, tls and ssh, and let a firewall keep the other two to this machine.");
    }
    return List.of();
  }

  /// {@return the address at which this machine reaches the doors}
  public String reachableAt() {
    return switch (listen) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::" -> "::1";
      default -> listen;
    };
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}

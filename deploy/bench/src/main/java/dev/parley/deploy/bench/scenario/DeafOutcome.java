package dev.parley.deploy.bench.scenario;

import java.util.List;

/// What a room came to of which one member stopped reading.
///
/// @param hearing the load while everybody read
/// @param deaf the load while one did not
/// @param memoryHearing of the gateway, as it was after the first
/// @param memoryDeaf of the gateway, as it was after the second, before the member came back
/// @param end how the server ended the connection that nobody read
/// @param buffered messages that the member had from that connection, out of buffers of the
///   operating system
/// @param resumed messages that it got once it came back
/// @param violationCount broken promises, of all that
/// @param violations the first of them, in words
public record DeafOutcome(
    Outcome hearing,
    Outcome deaf,
    Memory memoryHearing,
    Memory memoryDeaf,
    String end,
    int buffered,
    int resumed,
    long violationCount,
    List<String> violations) {

  /// How large the gateways were, in bytes.
  ///
  /// @param heap of heap in use after a collection
  /// @param most resident at the worst moment of the load
  public record Memory(long heap, long most) {}
}

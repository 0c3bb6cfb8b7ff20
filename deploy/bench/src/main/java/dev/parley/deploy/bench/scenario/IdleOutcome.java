package dev.parley.deploy.bench.scenario;

import java.util.List;

/// What many idle connections came to.
///
/// @param connections logged-in connections, beyond those that were there at the first look
/// @param logInSeconds how long it took to register these accounts and log them in
/// @param heapPerConnection bytes of the gateway's heap for each of them
/// @param heap bytes of the gateway's heap with all of them
/// @param resident bytes of the gateway's memory with all of them
/// @param threadsBefore platform threads of the gateway at the first look
/// @param threads platform threads of the gateway with all of them
/// @param broadcastMillis how long one broadcast took to reach all of them
/// @param violationCount broken promises
/// @param violations the first of them, in words
public record IdleOutcome(
    int connections,
    double logInSeconds,
    long heapPerConnection,
    long heap,
    long resident,
    int threadsBefore,
    int threads,
    double broadcastMillis,
    long violationCount,
    List<String> violations) {}

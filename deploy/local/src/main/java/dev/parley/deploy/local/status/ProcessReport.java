package dev.parley.deploy.local.status;

import java.util.Map;

/// One process as it is now.
///
/// @param name `kafka`, `postgres`, or a service with the number of the instance: `gateway-1`
/// @param service `kafka`, `postgres`, or the service's name: `gateway`
/// @param phase `starting`, `ready`, `restarting`, `stopping` or `stopped`, as recorded
/// @param healthy whether it runs and, for a service, its health endpoint says ready
/// @param pid process id, -1 if it does not run
/// @param uptimeSeconds since the start of the process
/// @param residentBytes memory; pages that PostgreSQL's processes share count once
/// @param restarts how often it died and was started again
/// @param ports by name: `http`, `tcp`, `tls`, `broker`, `controller`, `database`
/// @param log path of its log file
public record ProcessReport(
    String name,
    String service,
    String phase,
    boolean healthy,
    long pid,
    long uptimeSeconds,
    long residentBytes,
    int restarts,
    Map<String, Integer> ports,
    String log) {}

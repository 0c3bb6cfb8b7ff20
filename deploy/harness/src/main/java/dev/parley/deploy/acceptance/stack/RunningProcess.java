package dev.parley.deploy.acceptance.stack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/// One process of a stack, as `./parley status --json` reports it.
///
/// @param name `kafka`, `postgres`, or a service with the number of the instance: `gateway-1`
/// @param healthy whether it runs and says that it is ready
/// @param pid process id, or -1 while there is none
/// @param restarts how often it died and was started again
/// @param ports by name: `http`, `tcp`, `tls`, …
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunningProcess(
    String name, boolean healthy, long pid, int restarts, Map<String, Integer> ports) {}

package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.measure.Figures;
import dev.parley.deploy.bench.process.ProcessUse;
import java.util.List;

/// What a scenario came to.
///
/// @param scenario its name and sizes
/// @param figures rates and latencies
/// @param processes what each process took within the measured time
/// @param violationCount broken promises
/// @param violations the first of them, in words
public record Outcome(
    String scenario,
    Figures figures,
    List<ProcessUse> processes,
    long violationCount,
    List<String> violations) {}

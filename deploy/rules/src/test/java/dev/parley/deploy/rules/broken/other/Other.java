package dev.parley.deploy.rules.broken.other;

import dev.parley.deploy.rules.broken.feature.Feature;

/// Half of a cycle, in a package that says nothing of nulls.
public record Other(Feature half) {}

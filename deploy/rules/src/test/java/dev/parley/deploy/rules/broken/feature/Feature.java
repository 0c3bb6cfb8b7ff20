package dev.parley.deploy.rules.broken.feature;

import dev.parley.deploy.rules.broken.other.Other;

/// Half of a cycle, in a package that says nothing of nulls.
public record Feature(Other half) {}

package dev.parley.cli.config;

/// When the terminal rings.
public enum Bell {
  /// Never.
  NONE,
  /// When somebody calls one, or writes to one alone.
  MENTIONS,
  /// With every message of somebody else.
  ALL
}

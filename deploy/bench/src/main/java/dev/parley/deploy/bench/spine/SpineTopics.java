package dev.parley.deploy.bench.spine;

/// The two topics of the spine.
final class SpineTopics {

  /// What the door was told; key: conversation; value: the author's handle, a space, the text.
  static final String MESSAGES = "spine.messages";

  /// Stored messages for the door: [Entry]s of one poll in each record.
  static final String GATEWAY = "spine.gateway";

  /// Partitions of [#MESSAGES], as many as the product has by default.
  static final int PARTITIONS = 6;

  private SpineTopics() {}
}

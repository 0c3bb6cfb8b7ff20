package dev.parley.contracts.codec;

/// What came of reading a record's bytes.
///
/// @param <T> the records of the topic
public sealed interface Decoded<T> {
  /// A record of a known kind.
  ///
  /// @param <T> the records of the topic
  /// @param record the record
  record Known<T>(T record) implements Decoded<T> {}

  /// A record of a kind that this version does not know; to be skipped and counted.
  ///
  /// @param <T> the records of the topic
  /// @param kind its name
  record UnknownKind<T>(String kind) implements Decoded<T> {}

  /// Bytes that are no record; they belong in the dead-letter topic.
  ///
  /// @param <T> the records of the topic
  /// @param reason one line, free of the record's content
  record Unreadable<T>(String reason) implements Decoded<T> {}
}

package dev.parley.gateway.file.s3;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The few things that are asked of a bucket. Every method may wait, within the timeout and the
/// attempts of [S3Config], and throws [dev.parley.gateway.file.StoreFaultException] then. Safe for
/// use by many threads.
interface ObjectStore {
  /// An object.
  ///
  /// @param bytes all of it
  /// @param tag changes with the bytes
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares these.
  record Held(byte[] bytes, String tag) {}

  /// An object of a listing.
  ///
  /// @param key its key
  /// @param modified when it was written, by the store's clock
  record Listed(String key, Instant modified) {}

  /// {@return a small object, if it is there}
  ///
  /// @param key its key
  Optional<Held> get(String key);

  /// Writes an object as a whole, whatever was there.
  ///
  /// @param key its key
  /// @param bytes holds the bytes; not changed until this returns
  /// @param length how many of them, from the first
  void put(String key, byte[] bytes, int length);

  /// {@return whether it was written: not if there was one, or if one came at the same moment}
  ///
  /// @param key its key
  /// @param bytes all of it
  boolean putIfAbsent(String key, byte[] bytes);

  /// {@return whether it was written: not if the one there has another tag, or is gone}
  ///
  /// @param key its key
  /// @param tag what the tag must be
  /// @param bytes all of it
  boolean replace(String key, String tag, byte[] bytes);

  /// {@return a part of an object}
  ///
  /// @param key its key
  /// @param from position of the first byte
  /// @param length number of bytes, 1 or more
  InputStream open(String key, long from, long length);

  /// Deletes an object; does nothing if it is not there.
  ///
  /// @param key its key
  void delete(String key);

  /// {@return objects whose keys begin so}
  ///
  /// @param prefix how they begin
  /// @param limit most objects
  List<Listed> list(String prefix, int limit);
}

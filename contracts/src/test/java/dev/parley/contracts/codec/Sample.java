package dev.parley.contracts.codec;

import java.nio.charset.StandardCharsets;

/// One record and the codec of its topic.
///
/// @param <T> the records of the topic
/// @param topic name of the topic
/// @param codec codec of the topic
/// @param record the record
/// @param shape what tells this sample from others of its kind; empty for the first
record Sample<T>(String topic, RecordCodec<T> codec, T record, String shape) {

  String kind() {
    return record.getClass().getSimpleName();
  }

  String json() {
    return new String(codec.encode(record), StandardCharsets.UTF_8);
  }

  Decoded<T> decode(String json) {
    return codec.decode(json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return topic + "/" + kind() + shape;
  }
}

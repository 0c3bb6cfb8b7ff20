package dev.parley.gateway.file.s3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.gateway.file.StoreFaultException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/// What is known of each file, as JSON. Changed only if nobody changed it in between, else once
/// more from what it is now: so a change must be one that can be made again, also if it has been
/// made, since the answer to a write may be lost.
final class Notes {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /// A file is changed by its uploader, its message and the sweeper: more than a few at one moment
  /// means that something is wrong.
  private static final int TRIES = 20;

  private static final int LONGEST_PAUSE_MILLIS = 50;

  private final ObjectStore objects;

  Notes(ObjectStore objects) {
    this.objects = objects;
  }

  Optional<Note> read(String id) {
    return objects.get(Keys.note(id)).map(held -> parse(held.bytes()));
  }

  /// {@return what was known when the file was made, while no message has it}
  Optional<Note> readPending(String id) {
    return objects.get(Keys.pending(id)).map(held -> parse(held.bytes()));
  }

  void write(String key, Note note) {
    byte[] bytes = bytes(note);
    objects.put(key, bytes, bytes.length);
  }

  Optional<Note> update(String id, UnaryOperator<Note> change) {
    String key = Keys.note(id);
    for (int i = 0; i < TRIES; i++) {
      Optional<ObjectStore.Held> held = objects.get(key);
      if (held.isEmpty()) {
        return Optional.empty();
      }
      Note before = parse(held.get().bytes());
      Note after = change.apply(before);
      if (after.equals(before) || objects.replace(key, held.get().tag(), bytes(after))) {
        return Optional.of(after);
      }
      pause();
    }
    throw new StoreFaultException(
        "a file cannot be changed file=" + id, new IOException("others change it all the time"));
  }

  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFaultException("the gateway stops", e);
    }
  }

  private static byte[] bytes(Note note) {
    try {
      return MAPPER.writeValueAsBytes(note);
    } catch (JsonProcessingException e) {
      e.clearLocation(); // It would quote the name.
      throw new StoreFaultException("what is known of a file cannot be written", e);
    }
  }

  private static Note parse(byte[] bytes) {
    try {
      return MAPPER.readValue(bytes, Note.class);
    } catch (IOException e) {
      if (e instanceof JsonProcessingException json) {
        json.clearLocation(); // It would quote the name.
      }
      throw new StoreFaultException("what is known of a file cannot be read", e);
    }
  }
}

package dev.parley.gateway.door;

import dev.parley.contracts.auth.Origin;
import dev.parley.contracts.conversation.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// A connection that keeps what is written to it. Its loop is the calling thread.
public final class FakeConnection implements DoorConnection {
  /// What was written, in order: replies, events and entries.
  public final List<Object> written = new ArrayList<>();

  /// Whether everything written counts as taken by the operating system.
  public CompletableFuture<Void> taken = CompletableFuture.allOf();

  public boolean drained = true;

  /// Whether reading is paused.
  public boolean paused;

  /// Whether somebody has logged in.
  public boolean authenticated;

  /// Whether the client tells what has arrived.
  public boolean acknowledges;

  /// Why it was closed, or `null`.
  public @Nullable CloseReason closed;

  private final String id;
  private final Executor loop;

  public FakeConnection(String id) {
    this(id, Runnable::run);
  }

  public FakeConnection(String id, Executor loop) {
    this.id = id;
    this.loop = loop;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Origin origin() {
    return new Origin("tcp", "127.0.0.1");
  }

  @Override
  public Executor loop() {
    return loop;
  }

  @Override
  public void reply(Reply reply) {
    written.add(reply);
  }

  @Override
  public void tell(Event event) {
    written.add(event);
  }

  @Override
  public void deliver(EntryChunk entries, Reader reader) {
    for (Entry entry : entries.entries()) {
      if (reader.sees(entries, entry)) {
        written.add(entry);
      }
    }
  }

  @Override
  public void authenticated() {
    authenticated = true;
  }

  @Override
  public boolean acknowledges() {
    return acknowledges;
  }

  @Override
  public boolean isDrained() {
    return drained;
  }

  @Override
  public CompletableFuture<Void> drained() {
    return taken;
  }

  @Override
  public void pauseReading(boolean pause) {
    paused = pause;
  }

  @Override
  public void close(CloseReason reason) {
    closed = reason;
  }

  @Override
  public boolean isClosed() {
    return closed != null;
  }

  /// {@return seqs of the entries written, in order}
  public List<Long> seqs() {
    return written.stream()
        .filter(Entry.class::isInstance)
        .map(entry -> ((Entry) entry).seq())
        .toList();
  }
}

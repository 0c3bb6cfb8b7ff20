package dev.parley.gateway.door.ssh;

import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.Reader;
import dev.parley.gateway.door.Reply;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/// Gives each answer to whoever asked, and shows nothing by itself: while somebody logs in, and
/// while one command is done.
final class Answers implements Face {
  private final Deque<CompletableFuture<Reply>> asked = new ArrayDeque<>(1);

  /// {@return completes with the answer to the request that is asked for next}
  CompletableFuture<Reply> next() {
    CompletableFuture<Reply> answer = new CompletableFuture<>();
    asked.add(answer);
    return answer;
  }

  @Override
  public void reply(Reply reply) {
    CompletableFuture<Reply> answer = asked.poll();
    if (answer != null) {
      answer.complete(reply);
    }
  }

  @Override
  public void tell(Event event) {}

  @Override
  public void entries(EntryChunk entries, Reader reader) {}
}

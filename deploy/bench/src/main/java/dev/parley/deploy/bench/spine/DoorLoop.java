package dev.parley.deploy.bench.spine;

import dev.parley.deploy.bench.line.LineScanner;
import io.netty.buffer.ByteBuf;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.impl.NetSocketInternal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One event loop of the bare door: its connections, who is in which conversation, and the writing
/// of what comes back. All state belongs to the loop's thread.
final class DoorLoop extends AbstractVerticle {

  private final int port;
  private final DoorRequests requests;
  private final Map<String, DoorConnection> sessions = new HashMap<>();
  private final Map<String, Set<String>> groups = new HashMap<>();
  private final Map<String, List<DoorConnection>> audiences = new HashMap<>();
  private final List<DoorConnection> unwritten = new ArrayList<>();
  private final EventTime time = new EventTime();
  private byte[] scratch = new byte[LineScanner.MAX_LINE + 64 * 1024];

  DoorLoop(int port, DoorRequests requests) {
    this.port = port;
    this.requests = requests;
  }

  @Override
  public void start(Promise<Void> started) {
    requests.add(this);
    vertx
        .createNetServer(new NetServerOptions().setTcpNoDelay(true).setAcceptBacklog(4_096))
        .connectHandler(socket -> new DoorConnection((NetSocketInternal) socket, this))
        .listen(port, "127.0.0.1")
        .<Void>mapEmpty()
        .onComplete(started);
  }

  void onLine(DoorConnection connection, String line) {
    requests.onLine(this, connection, line);
  }

  void onClosed(DoorConnection connection) {
    if (connection.handle() != null) {
      sessions.remove(connection.handle());
      audiences.clear();
    }
  }

  void logIn(DoorConnection connection, String handle) {
    connection.logIn(handle);
    sessions.put(handle, connection);
    audiences.clear();
  }

  /// Adds members to a group as this loop knows it. Any thread may call this.
  Future<Void> addMembers(String group, List<String> handles) {
    Promise<Void> done = Promise.promise();
    context.runOnContext(_ -> {
      groups.computeIfAbsent(group, _ -> new LinkedHashSet<>()).addAll(handles);
      audiences.clear();
      done.complete();
    });
    return done.future();
  }

  /// Gives entries to the connections of this loop. Any thread may call this.
  void deliver(List<Entry> entries) {
    context.runOnContext(_ -> entries.forEach(this::give));
  }

  void writeAtEndOfTurn(DoorConnection connection) {
    if (unwritten.isEmpty()) {
      // Behind all that the loop has been given to do already.
      context.runOnContext(_ -> flush());
    }
    unwritten.add(connection);
  }

  byte[] scratch(int length) {
    if (scratch.length < LineScanner.MAX_LINE + length) {
      scratch = new byte[LineScanner.MAX_LINE + length];
    }
    return scratch;
  }

  private void flush() {
    unwritten.forEach(DoorConnection::flush);
    unwritten.clear();
  }

  private void give(Entry entry) {
    List<DoorConnection> audience = audiences.computeIfAbsent(entry.conversation(), this::audience);
    if (audience.isEmpty()) {
      return;
    }
    byte[] event = event(entry);
    for (DoorConnection reader : audience) {
      if (entry.author().equals(reader.handle())) {
        acknowledge(reader.output(), entry);
      } else {
        reader.output().writeBytes(event);
      }
    }
  }

  private List<DoorConnection> audience(String conversation) {
    Iterable<String> handles =
        conversation.startsWith("#")
            ? groups.getOrDefault(conversation, Set.of())
            : List.of(conversation.substring(1).split("\\+"));
    List<DoorConnection> here = new ArrayList<>();
    for (String handle : handles) {
      DoorConnection reader = sessions.get(handle);
      if (reader != null) {
        here.add(reader);
      }
    }
    return here;
  }

  private byte[] event(Entry entry) {
    String conversation = entry.conversation();
    String target = conversation.startsWith("#") ? conversation : "@" + entry.author();
    byte[] head = ascii("* msg " + target + " " + entry.seq() + " ");
    byte[] at = time.text(entry.at());
    byte[] author = ascii(" " + entry.author() + " ");
    byte[] event = new byte[head.length + at.length + author.length + entry.text().length + 1];
    System.arraycopy(head, 0, event, 0, head.length);
    System.arraycopy(at, 0, event, head.length, at.length);
    System.arraycopy(author, 0, event, head.length + at.length, author.length);
    int text = head.length + at.length + author.length;
    System.arraycopy(entry.text(), 0, event, text, entry.text().length);
    event[event.length - 1] = '\n';
    return event;
  }

  private static void acknowledge(ByteBuf output, Entry entry) {
    String target = DoorRequests.targetFor(entry.conversation(), entry.author());
    output.writeCharSequence(
        "+ok message " + target + " " + entry.seq() + "\n", StandardCharsets.US_ASCII);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

package dev.parley.deploy.bench.door;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A server of the line protocol in memory, on a free port of loopback.
///
/// It knows the commands that the scenarios say. One lock guards everything; a virtual thread reads
/// each connection. Its fault happens at the 50th stamped message.
public final class TestDoor implements AutoCloseable {

  private static final int FAULT_AT = 50;
  private static final String TIME = "2026-01-02T03:04:05.678Z";

  private final ServerSocket server;
  private final Fault fault;
  private final Map<String, Peer> sessions = new HashMap<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private final Map<String, Long> seqs = new HashMap<>();
  private final Set<Socket> sockets = new LinkedHashSet<>();
  private int busyAnswers;
  private final Map<String, List<String>> logs = new HashMap<>();
  private int stamped;
  private int dropAt = -1;
  private String dropped = "";
  private boolean faultDone;

  private TestDoor(Fault fault, int busyAnswers) throws IOException {
    this.fault = fault;
    this.busyAnswers = busyAnswers;
    this.server = new ServerSocket(0, 4_096, InetAddress.getLoopbackAddress());
  }

  /// {@return an open door}
  ///
  /// @param fault what it does wrong
  public static TestDoor open(Fault fault) {
    return open(fault, 0);
  }

  /// {@return an open door}
  ///
  /// @param fault what it does wrong
  /// @param busyAnswers how often it says `rate_limited` to a `register` first
  public static TestDoor open(Fault fault, int busyAnswers) {
    try {
      TestDoor door = new TestDoor(fault, busyAnswers);
      Thread.ofVirtual().start(door::accept);
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return its port}
  public int port() {
    return server.getLocalPort();
  }

  /// Lets the door end a connection, as if its reader did not read.
  ///
  /// @param handle whose
  /// @param messages after how many stamped messages from now
  public synchronized void drop(String handle, int messages) {
    dropped = handle;
    dropAt = stamped + messages;
  }

  @Override
  public void close() throws IOException {
    server.close();
    synchronized (this) {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        synchronized (this) {
          sockets.add(socket);
        }
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException _) {
      // The door was closed.
    }
  }

  private void serve(Socket socket) {
    Peer peer = new Peer(socket);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (this) {
          onLine(peer, line);
        }
      }
    } catch (IOException _) {
      // The other side went away.
    }
  }

  private void onLine(Peer peer, String line) {
    String[] words = line.split(" ");
    switch (words[0]) {
      case "register" -> {
        boolean busy = busyAnswers-- > 0;
        peer.say(busy ? "-err rate_limited 1 wait" : "+ok register " + words[1]);
      }
      case "login" -> {
        enter(peer, words[1]);
        members.computeIfAbsent("#lobby", _ -> new TreeSet<>()).add(words[1]);
        peer.say("+ok login " + words[1]);
        peer.say("* offline 0");
      }
      case "resume" -> {
        enter(peer, words[1]);
        peer.say("+ok resume " + words[1]);
        logs.getOrDefault(words[3], List.of()).stream()
            .skip(Long.parseLong(words[4]))
            .forEach(peer::say);
      }
      case "ping" -> peer.say("+ok ping " + words[1] + " online");
      case "broadcast" -> post(peer, "#lobby", "broadcast", line.substring(10));
      case "create", "group" -> addMembers(peer, words);
      case "message" -> message(peer, line, words);
      default -> peer.say("-err bad_command what");
    }
  }

  private void enter(Peer peer, String handle) {
    peer.handle = handle;
    sessions.put(handle, peer);
  }

  private void addMembers(Peer founder, String[] words) {
    String group = "#" + words[2];
    Set<String> all = members.computeIfAbsent(group, _ -> new TreeSet<>(Set.of(founder.handle)));
    for (String handle : Arrays.asList(words).subList(3, words.length)) {
      all.add(handle);
      long seq = seqs.merge(group, 1L, Long::sum);
      String event =
          "* member %s %d %s %s added %s".formatted(group, seq, TIME, handle, founder.handle);
      log(group, event);
      all.forEach(reader -> say(reader, event));
    }
    founder.say("+ok " + words[0] + " " + group);
  }

  private void message(Peer author, String line, String[] words) {
    if (words[1].equals("group")) {
      String text = line.substring("message group ".length() + words[2].length() + 1);
      post(author, "#" + words[2], "message", text);
    } else {
      String conversation = "@" + String.join("+", new TreeSet<>(List.of(author.handle, words[1])));
      members.putIfAbsent(conversation, Set.of(author.handle, words[1]));
      post(
          author,
          conversation,
          "message",
          line.substring("message ".length() + words[1].length() + 1));
    }
  }

  private void post(Peer author, String conversation, String verb, String text) {
    if (Character.isDigit(text.charAt(0))) {
      stamped++;
    }
    if (stamped == dropAt) {
      close(dropped);
    }
    Fault now = stamped >= FAULT_AT && !faultDone ? fault : Fault.NONE;
    if (now == Fault.REFUSES_A_POST) {
      faultDone = true;
      author.say("-err rate_limited 5 wait");
      return;
    }
    long seq = seqs.merge(conversation, 1L, Long::sum);
    if (now == Fault.LOSES_AN_ACKNOWLEDGEMENT) {
      faultDone = true;
    } else {
      author.say("+ok " + verb + " " + targetFor(conversation, author.handle) + " " + seq);
    }
    if (now == Fault.FORGETS_A_MESSAGE) {
      faultDone = true;
      seqs.merge(conversation, -1L, Long::sum);
      return;
    }
    log(
        conversation,
        "* msg %s %d %s %s %s".formatted(conversation, seq, TIME, author.handle, text));
    deliver(author, conversation, seq, text, now);
    if (now == Fault.STORES_A_MESSAGE_TWICE) {
      faultDone = true;
      long again = seqs.merge(conversation, 1L, Long::sum);
      deliver(author, conversation, again, text, Fault.NONE);
    }
  }

  private void log(String conversation, String event) {
    logs.computeIfAbsent(conversation, _ -> new ArrayList<>()).add(event);
  }

  private void deliver(Peer author, String conversation, long seq, String text, Fault now) {
    for (String reader : members.getOrDefault(conversation, Set.of())) {
      if (!reader.equals(author.handle)) {
        String target = targetFor(conversation, reader);
        give(reader, "* msg %s %d %s %s ".formatted(target, seq, TIME, author.handle), text, now);
      }
    }
  }

  private void give(String reader, String head, String text, Fault now) {
    Fault mine = faultDone ? Fault.NONE : now;
    switch (mine) {
      case LOSES_AN_EVENT -> faultDone = true;
      case DOUBLES_AN_EVENT -> {
        faultDone = true;
        say(reader, head + text);
        say(reader, head + text);
      }
      case SWAPS_TWO_EVENTS -> {
        faultDone = true;
        hold(reader, head + text);
      }
      case CHANGES_A_TEXT -> {
        faultDone = true;
        say(reader, head + text.substring(0, text.length() - 1) + "!");
      }
      case CLOSES_A_CONNECTION -> {
        faultDone = true;
        close(reader);
      }
      default -> say(reader, head + text);
    }
  }

  private void say(String reader, String line) {
    Peer peer = sessions.get(reader);
    if (peer != null) {
      peer.say(line);
      peer.sayHeld();
    }
  }

  private void hold(String reader, String line) {
    Peer peer = sessions.get(reader);
    if (peer != null) {
      peer.held = line;
    }
  }

  private void close(String reader) {
    Peer peer = sessions.get(reader);
    if (peer != null) {
      peer.close();
    }
  }

  private static String targetFor(String conversation, String reader) {
    if (conversation.startsWith("#")) {
      return conversation;
    }
    String[] both = conversation.substring(1).split("\\+", 2);
    return "@" + (both[0].equals(reader) ? both[1] : both[0]);
  }

  /// One connection; the door's lock guards it.
  private static final class Peer {
    private final Socket socket;
    private String handle = "";
    private @Nullable String held;

    private Peer(Socket socket) {
      this.socket = socket;
    }

    private void say(String line) {
      try {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException _) {
        // It went away; the load's end shows what that means.
      }
    }

    private void sayHeld() {
      String line = held;
      held = null;
      if (line != null) {
        say(line);
      }
    }

    private void close() {
      try {
        socket.close();
      } catch (IOException _) {
        // It went away by itself.
      }
    }
  }
}

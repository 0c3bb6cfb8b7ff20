package dev.parley.deploy.bench.spine;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// The few commands that the bare door knows. Safe for use by all of its loops.
final class DoorRequests {

  private final Producer<String, byte[]> producer;
  private final List<DoorLoop> loops = new CopyOnWriteArrayList<>();

  DoorRequests(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  void add(DoorLoop loop) {
    loops.add(loop);
  }

  List<DoorLoop> loops() {
    return loops;
  }

  /// {@return a conversation as one of its members writes it}
  static String targetFor(String conversation, String reader) {
    if (conversation.startsWith("#")) {
      return conversation;
    }
    int plus = conversation.indexOf('+');
    String first = conversation.substring(1, plus);
    return "@" + (first.equals(reader) ? conversation.substring(plus + 1) : first);
  }

  void onLine(DoorLoop loop, DoorConnection connection, String line) {
    if (line.startsWith("message ")) {
      post(connection, line);
      return;
    }
    String[] words = line.split(" ");
    switch (words[0]) {
      case "register" -> connection.say("+ok register " + words[1]);
      case "login" -> {
        loop.logIn(connection, words[1]);
        connection.say("+ok login " + words[1] + "\n* offline 0");
      }
      case "create", "group" -> addMembers(connection, words);
      default -> connection.say("-err bad_command the spine does not know this");
    }
  }

  /// `message USER TEXT` or `message group NAME TEXT`.
  @SuppressWarnings("FutureReturnValueIgnored") // the callback sees every failure
  private void post(DoorConnection connection, String line) {
    String author = connection.handle();
    if (author == null) {
      connection.say("-err not_logged_in log in first");
      return;
    }
    int target = line.indexOf(' ') + 1;
    boolean group = line.startsWith("group ", target);
    int name = group ? target + "group ".length() : target;
    int text = line.indexOf(' ', name) + 1;
    String addressee = line.substring(name, text - 1);
    String conversation = group ? "#" + addressee : direct(author, addressee);
    byte[] value = (author + " " + line.substring(text)).getBytes(StandardCharsets.UTF_8);
    producer.send(
        new ProducerRecord<>(SpineTopics.MESSAGES, conversation, value),
        (_, failure) -> {
          if (failure != null) {
            Runtime.getRuntime().halt(1);
          }
        });
  }

  /// `create group NAME USER…`, which adds its author too, or `group add NAME USER…`.
  private void addMembers(DoorConnection connection, String[] words) {
    String group = "#" + words[2];
    List<String> handles = new ArrayList<>(Arrays.asList(words).subList(3, words.length));
    if (connection.handle() != null) {
      handles.add(connection.handle());
    }
    Future.all(loops.stream().map(loop -> loop.addMembers(group, handles)).toList())
        .onSuccess(_ -> connection.say("+ok " + words[0] + " " + group));
  }

  private static String direct(String author, String addressee) {
    return author.compareTo(addressee) < 0
        ? "@" + author + "+" + addressee
        : "@" + addressee + "+" + author;
  }
}

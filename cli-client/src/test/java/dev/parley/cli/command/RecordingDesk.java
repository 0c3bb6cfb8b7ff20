package dev.parley.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.conversation.Workspace;
import dev.parley.cli.file.FileServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Notes what is asked of the server, and answers nothing.
final class RecordingDesk implements Desk, Server {
  final List<String> asked = new ArrayList<>();

  /// What is answered, by the type of the request; nothing where nobody answers.
  final Map<String, JsonNode> answers = new HashMap<>();

  @Override
  public CompletableFuture<JsonNode> ask(String type, ObjectNode fields) {
    asked.add(type + " " + fields);
    JsonNode answer = answers.get(type);
    return answer == null ? new CompletableFuture<>() : CompletableFuture.completedFuture(answer);
  }

  @Override
  public void tell(ObjectNode frame) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isLive() {
    return true;
  }

  @Override
  public void later(Duration pause, Runnable action) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Workspace workspace() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Server server() {
    return this;
  }

  @Override
  public FileServer files() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void open(String conversation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void say(String text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void list(String title, List<String> rows) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void show(String title, List<Found> rows) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void attempt(CompletableFuture<?> request) {
    // Nobody answers.
  }

  @Override
  public void older(int count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void send(String to, String text, long replyTo) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void sidebar(boolean shown) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean hasSidebar() {
    return false;
  }

  @Override
  public void editLong() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void changePassword() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void passphrase(boolean fresh, Consumer<String> then) {
    asked.add("passphrase " + (fresh ? "new" : "known"));
    then.accept("correct horse");
  }

  @Override
  public void logOut() {
    throw new UnsupportedOperationException();
  }
}

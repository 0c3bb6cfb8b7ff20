package dev.parley.cli.screen;

import dev.parley.cli.command.Desk;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.conversation.Workspace;
import dev.parley.cli.file.FileServer;
import dev.parley.cli.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What commands work with, in a chat on a terminal.
final class ChatDesk implements Desk {

  private static final int LONGEST = 4_000;

  private final Chat chat;
  private final Workspace workspace;
  private final ChatView view;
  private @Nullable PromptTasks tasks;

  ChatDesk(Chat chat, Workspace workspace, ChatView view) {
    this.chat = chat;
    this.workspace = workspace;
    this.view = view;
  }

  void tasks(PromptTasks given) {
    tasks = given;
  }

  @Override
  public Workspace workspace() {
    return workspace;
  }

  @Override
  public Server server() {
    return chat.server();
  }

  @Override
  public FileServer files() {
    return chat.files();
  }

  @Override
  public void open(String conversation) {
    view.open(conversation);
    if (conversation.startsWith("#") && !workspace.conversation(conversation).hasMembers()) {
      workspace.members(conversation);
    }
  }

  @Override
  public void say(String text) {
    view.transcript().say(text);
  }

  @Override
  public void list(String title, List<String> rows) {
    view.transcript().list(title, rows);
  }

  @Override
  public void show(String title, List<Found> rows) {
    view.transcript().show(title, rows);
  }

  @Override
  public void attempt(CompletableFuture<?> request) {
    request.whenComplete((_, failure) -> {
      if (failure != null) {
        view.transcript().refused(Session.refusal(failure));
      }
    });
  }

  @Override
  public void older(int count) {
    view.older(count);
  }

  @Override
  public void send(String to, String text, long replyTo) {
    if (text.codePointCount(0, text.length()) > LONGEST) {
      view.transcript().warn("this has more than 4,000 characters; send it in parts");
    } else if (!workspace.send(to, text, replyTo == 0 ? null : replyTo)) {
      view.transcript()
          .warn("too many messages wait to be sent; wait until the connection is back");
    } else if (!to.equals(view.here())) {
      open(to);
    }
  }

  @Override
  public void sidebar(boolean shown) {
    view.sidebar(shown);
  }

  @Override
  public boolean hasSidebar() {
    return view.hasSidebar();
  }

  @Override
  public void editLong() {
    if (tasks != null) {
      tasks.editLong();
    }
  }

  @Override
  public void changePassword() {
    if (tasks != null) {
      tasks.changePassword();
    }
  }

  @Override
  public void passphrase(boolean fresh, Consumer<String> then) {
    Optional<String> given = chat.passphrase();
    if (given.isPresent()) {
      then.accept(given.get());
    } else if (tasks != null) {
      tasks.passphrase(fresh, then);
    }
  }

  @Override
  public void logOut() {
    chat.session().logOut().thenAccept(_ -> chat.ending().complete(Ending.LOGGED_OUT));
  }
}

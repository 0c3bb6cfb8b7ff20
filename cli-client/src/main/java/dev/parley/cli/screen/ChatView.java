package dev.parley.cli.screen;

import dev.parley.cli.command.Refusals;
import dev.parley.cli.connection.LinkState;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Conversation;
import dev.parley.cli.conversation.Message;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.conversation.Pending;
import dev.parley.cli.conversation.Workspace;
import dev.parley.cli.conversation.WorkspaceListener;
import dev.parley.cli.frame.Entry;
import org.jspecify.annotations.Nullable;

/// The screen of a chat: the open conversation, a word about what happens elsewhere, and the lines
/// of state below what is typed. On the loop only.
final class ChatView implements WorkspaceListener {

  private final Surface surface;
  private @Nullable Stage stage;
  private boolean sidebar;
  private LinkState link = new LinkState.Open();

  /// What exists once somebody is logged in.
  ///
  /// @param workspace of the account
  /// @param transcript what is printed
  /// @param open the open conversation
  /// @param alerts what draws attention
  /// @param lines below what is typed
  record Stage(
      Workspace workspace,
      Transcript transcript,
      OpenConversation open,
      Alerts alerts,
      StatusLines lines) {}

  /// @param surface the screen
  /// @param sidebar whether the conversations are listed from the start
  ChatView(Surface surface, boolean sidebar) {
    this.surface = surface;
    this.sidebar = sidebar;
  }

  void begin(Stage begun) {
    stage = begun;
  }

  /// {@return the open conversation}
  String here() {
    return stage().open().id();
  }

  /// {@return what is printed}
  Transcript transcript() {
    return stage().transcript();
  }

  boolean hasSidebar() {
    return sidebar;
  }

  void sidebar(boolean shown) {
    sidebar = shown;
    onChanged();
  }

  /// Shows a conversation from now on; what is typed stays with the one before.
  void open(String conversation) {
    Workspace workspace = stage().workspace();
    Conversation next = workspace.conversation(conversation);
    String before = here();
    if (!conversation.equals(before)) {
      String typed = surface.swapInput(next.draft());
      if (!before.isEmpty() && workspace.knows(before)) {
        workspace.conversation(before).draft(typed);
      }
      next.draft("");
    }
    surface.prompt(conversation + "> ");
    stage().open().open(next);
    onChanged();
  }

  /// Shows the page before the oldest message that is shown.
  ///
  /// @param count how many; 0 for as many as usual
  void older(int count) {
    stage().open().older(count);
  }

  void onLink(LinkState state) {
    boolean lost = state instanceof LinkState.Waiting && link instanceof LinkState.Open;
    link = state;
    if (lost) {
      transcript().warn("connection lost; what you write is kept and sent when it is back");
    }
    onChanged();
  }

  /// A session goes on over a new connection.
  void onBack() {
    stage().open().onBack();
    transcript().say("connected again");
    onChanged();
  }

  @Override
  public void onEntry(Conversation conversation, Entry entry) {
    if (conversation.id().equals(here())) {
      stage().open().onEntry(entry);
    } else {
      stage().alerts().onElsewhere(conversation, entry);
    }
    onChanged();
  }

  @Override
  public void onOpened(Conversation conversation, Message message) {
    if (conversation.id().equals(here())) {
      transcript().opened(here(), message);
    } else {
      stage().alerts().onOpenedElsewhere(conversation, message);
    }
  }

  @Override
  public void onFailed(Pending message, RefusedException refusal) {
    transcript()
        .warn(
            "✗ not sent to "
                + message.to()
                + ": "
                + Painter.quote(message.text())
                + " ("
                + Refusals.text(refusal)
                + "); /retry or /discard");
  }

  @Override
  public void onChanged() {
    Stage begun = stage;
    if (begun != null && !begun.open().id().isEmpty()) {
      surface.status(begun.lines().lines(begun.open().id(), link, sidebar, surface.height()));
    }
  }

  @Override
  public void onMembership(String conversation, String by, boolean added) {
    if (Names.isDirect(conversation)) {
      return;
    }
    transcript()
        .say((added ? "you are in " : "you are no longer in ") + conversation + ", by " + by);
    if (!added && conversation.equals(here())) {
      open(Names.LOBBY);
    }
  }

  @Override
  public void onKeyChanged(String user) {
    surface.bell();
    transcript().warn("THE ENCRYPTION KEYS OF " + user + " HAVE CHANGED.");
    transcript().warn("Somebody may be reading along, or " + user + " began anew elsewhere.");
    transcript()
        .warn(
            "Nothing is sent to "
                + user
                + " before you say yes: /verify "
                + user
                + " shows the new safety number, /trust "
                + user
                + " accepts the keys.");
  }

  @Override
  public void onDeviceAdded(String user, String names) {
    if (user.equals(stage().workspace().me())) {
      transcript().warn("your account encrypts with another device: " + names);
      transcript().warn("if that was not you: /devices, then /devices remove ID");
    } else {
      transcript().say(user + " encrypts with another device: " + names);
    }
  }

  @Override
  public void onNotice(String text) {
    transcript().say(text);
  }

  private Stage stage() {
    if (stage == null) {
      throw new IllegalStateException("nobody is logged in yet");
    }
    return stage;
  }
}

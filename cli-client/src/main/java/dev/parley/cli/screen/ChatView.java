package dev.parley.cli.screen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.command.Desk;
import dev.parley.cli.command.Refusals;
import dev.parley.cli.config.Bell;
import dev.parley.cli.connection.LinkState;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Conversation;
import dev.parley.cli.conversation.Message;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.conversation.Pending;
import dev.parley.cli.conversation.Workspace;
import dev.parley.cli.conversation.WorkspaceListener;
import dev.parley.cli.frame.Entry;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.session.Session;
import dev.parley.cli.text.Mentions;
import dev.parley.cli.text.Neutral;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/// Prints what happens in the open conversation, and a word about what happens elsewhere.
///
/// Opening a conversation prints its newest page; what comes while the page is on its way waits, so
/// that each message is printed once and in order.
final class ChatView implements WorkspaceListener {

  private static final int MOST_PAGE = 200;

  private final Surface surface;
  private final Painter painter;
  private final Look look;
  private final List<Entry> held = new ArrayList<>();
  private @Nullable Stage stage;
  private String here = "";
  private long shownTo;
  private long oldest;
  private boolean loading;
  private boolean sidebar;
  private @Nullable LocalDate day;
  private LinkState link = new LinkState.Open();

  /// How things are to look and sound.
  ///
  /// @param times of this machine
  /// @param bell when to ring
  /// @param history messages on the first page
  /// @param sidebar whether the conversations are listed from the start
  record Look(Times times, Bell bell, int history, boolean sidebar) {}

  /// What exists once somebody is logged in.
  ///
  /// @param workspace of the account
  /// @param lines below what is typed
  /// @param reading what was read
  record Stage(Workspace workspace, StatusLines lines, Reading reading) {}

  ChatView(Surface surface, Painter painter, Look look) {
    this.surface = surface;
    this.painter = painter;
    this.look = look;
    this.sidebar = look.sidebar();
  }

  void begin(Stage begun) {
    stage = begun;
  }

  String here() {
    return here;
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
    if (!conversation.equals(here)) {
      String typed = surface.swapInput(next.draft());
      if (!here.isEmpty() && workspace.knows(here)) {
        workspace.conversation(here).draft(typed);
      }
      next.draft("");
    }
    here = conversation;
    day = null;
    surface.prompt(conversation + "> ");
    surface.print(painter.rule(conversation, surface.width()));
    load(next);
    onChanged();
  }

  /// Shows the page before the oldest message that is shown.
  void older(int count) {
    if (oldest <= 1) {
      say("this is the beginning of " + here);
      return;
    }
    String of = here;
    ObjectNode place =
        Frames.JSON
            .createObjectNode()
            .put("before", oldest)
            .put("limit", count > 0 ? count : look.history());
    stage()
        .workspace()
        .history(of, place)
        .whenComplete((page, failure) -> {
          if (failure != null) {
            refused(Session.refusal(failure));
          } else if (of.equals(here)) {
            showOlder(page.messages());
          }
        });
  }

  void show(String title, List<Desk.Found> rows) {
    surface.print(painter.rule(title + (rows.isEmpty() ? ": nothing" : ""), surface.width()));
    @Nullable String where = null;
    LocalDate last = null;
    for (Desk.Found row : rows) {
      if (!row.conversation().equals(where)) {
        where = row.conversation();
        surface.print(painter.note(where));
      }
      LocalDate of = look.times().day(row.message().at()).orElse(null);
      if (of != null && !of.equals(last)) {
        surface.print(painter.note(look.times().name(of)));
        last = of;
      }
      paint(row.conversation(), row.message());
    }
    surface.print(painter.rule("end", surface.width()));
  }

  void list(String title, List<String> rows) {
    surface.print(painter.rule(title, surface.width()));
    rows.forEach(row -> surface.print(new AttributedString("   " + neutral(row))));
  }

  void say(String text) {
    surface.print(painter.note(text));
  }

  void warn(String text) {
    surface.print(painter.warning(text));
  }

  void refused(RefusedException refusal) {
    warn(Refusals.text(refusal));
  }

  void onLink(LinkState state) {
    boolean lost = state instanceof LinkState.Waiting && link instanceof LinkState.Open;
    link = state;
    if (lost) {
      warn("connection lost; what you write is kept and sent when it is back");
    }
    if (stage != null) {
      onChanged();
    }
  }

  /// A session goes on over a new connection.
  void onBack() {
    held.clear();
    loading = false;
    say("connected again");
    onChanged();
  }

  @Override
  public void onEntry(Conversation conversation, Entry entry) {
    if (!conversation.id().equals(here)) {
      tellElsewhere(conversation, entry);
    } else if (loading) {
      held.add(entry);
    } else {
      print(entry);
    }
    onChanged();
  }

  @Override
  public void onFailed(Pending message, RefusedException refusal) {
    warn(
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
    if (begun != null && !here.isEmpty()) {
      surface.status(begun.lines().lines(here, link, sidebar, surface.height()));
    }
  }

  @Override
  public void onMembership(String conversation, String by, boolean added) {
    if (Names.isDirect(conversation)) {
      return;
    }
    say((added ? "you are in " : "you are no longer in ") + conversation + ", by " + by);
    if (!added && conversation.equals(here)) {
      open(Names.LOBBY);
    }
  }

  @Override
  public void onNotice(String text) {
    say(text);
  }

  private void load(Conversation conversation) {
    String of = conversation.id();
    long unreadFrom = conversation.unread() > 0 ? conversation.read() : Long.MAX_VALUE;
    long count = Math.min(MOST_PAGE, Math.max(look.history(), conversation.unread()));
    loading = true;
    held.clear();
    shownTo = 0;
    oldest = 0;
    stage()
        .workspace()
        .history(of, Frames.JSON.createObjectNode().put("limit", count))
        .whenComplete((page, failure) -> {
          if (of.equals(here)) {
            onLoaded(conversation, failure == null ? page.messages() : null, unreadFrom);
          }
        });
  }

  private void onLoaded(
      Conversation conversation, @Nullable List<Message> answered, long unreadFrom) {
    List<Message> page = answered;
    if (page == null) {
      say("without a connection: this is what is here");
      page = conversation.log().newestFirst().stream().limit(look.history()).toList().reversed();
    }
    boolean marked = false;
    for (Message message : page) {
      if (!marked && message.seq() > unreadFrom && !message.from().equals(me())) {
        surface.print(painter.rule("new", surface.width()));
        marked = true;
      }
      separate(message.at());
      paint(here, message);
      shownTo = Math.max(shownTo, message.seq());
    }
    oldest = page.isEmpty() ? 1 : page.getFirst().seq();
    loading = false;
    List<Entry> waiting = List.copyOf(held);
    held.clear();
    waiting.forEach(this::print);
    stage().reading().onShown(here, Math.max(shownTo, conversation.head()));
  }

  private void showOlder(List<Message> page) {
    if (page.isEmpty()) {
      oldest = 1;
      say("this is the beginning of " + here);
      return;
    }
    List<Desk.Found> rows = new ArrayList<>();
    page.forEach(message -> rows.add(new Desk.Found(here, message)));
    oldest = page.getFirst().seq();
    show("before, in " + here, rows);
  }

  private void print(Entry entry) {
    if (entry.seq() <= shownTo) {
      return;
    }
    shownTo = entry.seq();
    separate(entry.at());
    if (entry instanceof Entry.Message written) {
      Message message =
          stage()
              .workspace()
              .conversation(here)
              .log()
              .message(written.seq())
              .orElseThrow(() -> new IllegalStateException("an applied message is in the log"));
      paint(here, message);
      ring(written, true);
    } else {
      painter.change(entry, quotedBy(entry), surface.width()).forEach(surface::print);
    }
    stage().reading().onShown(here, entry.seq());
  }

  private void paint(String conversation, Message message) {
    String quoted = message.replyTo() == null ? "" : quote(conversation, message.replyTo());
    painter.message(message, quoted, surface.width()).forEach(surface::print);
  }

  private String quotedBy(Entry entry) {
    return switch (entry) {
      case Entry.React react -> quote(here, react.target());
      case Entry.Pin pin -> quote(here, pin.target());
      default -> "";
    };
  }

  private String quote(String conversation, long seq) {
    return stage()
        .workspace()
        .conversation(conversation)
        .log()
        .message(seq)
        .map(message -> message.from() + ": " + Painter.quote(message.text()))
        .orElse("");
  }

  /// A message that is for oneself is told wherever one is; others are counted.
  private void tellElsewhere(Conversation conversation, Entry entry) {
    if (!(entry instanceof Entry.Message message)
        || message.from().equals(me())
        || !stage().workspace().isLoaded()
        || !conversation.isFresh(message.seq())
        || message.seq() <= conversation.read()) {
      return;
    }
    boolean forMe = Names.isDirect(conversation.id()) || Mentions.call(message.text(), me());
    if (forMe) {
      String who = Names.isDirect(conversation.id()) ? "" : " " + message.from();
      say("→ " + conversation.id() + who + ": " + Painter.quote(message.text()));
    }
    ring(message, false);
  }

  private void ring(Entry.Message message, boolean open) {
    if (message.from().equals(me())) {
      return;
    }
    boolean forMe =
        Mentions.call(message.text(), me()) || (!open && Names.isDirect(message.conversation()));
    if (look.bell() == Bell.ALL || (look.bell() == Bell.MENTIONS && forMe)) {
      surface.bell();
    }
  }

  private void separate(String at) {
    LocalDate of = look.times().day(at).orElse(null);
    if (of != null && !of.equals(day)) {
      day = of;
      surface.print(painter.rule(look.times().name(of), surface.width()));
    }
  }

  private Stage stage() {
    if (stage == null) {
      throw new IllegalStateException("nobody is logged in yet");
    }
    return stage;
  }

  private String me() {
    return stage().workspace().me();
  }

  private static String neutral(String row) {
    return Neutral.text(row).replace('\n', ' ');
  }
}

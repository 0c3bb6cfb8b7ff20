package dev.parley.gateway;

import dev.parley.gateway.credential.PasswordSealer;
import dev.parley.gateway.credential.TokenVerifier;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.hop.HopLog;
import dev.parley.gateway.limit.Attempts;
import dev.parley.gateway.limit.LimitConfig;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.GroupRequest;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.OwnerOrder;
import dev.parley.gateway.request.Precondition;
import dev.parley.gateway.request.PresenceRequest;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestMetrics;
import dev.parley.gateway.request.VerbTable;
import dev.parley.gateway.request.account.ChangePasswordHandler;
import dev.parley.gateway.request.account.DeviceHandlers;
import dev.parley.gateway.request.account.EnterHandlers;
import dev.parley.gateway.request.account.KeyHandlers;
import dev.parley.gateway.request.account.LoginHandler;
import dev.parley.gateway.request.account.LogoutHandler;
import dev.parley.gateway.request.account.PasswordProof;
import dev.parley.gateway.request.account.ProveByKeyHandler;
import dev.parley.gateway.request.account.ProveHandler;
import dev.parley.gateway.request.account.RegisterHandler;
import dev.parley.gateway.request.account.ResumeHandler;
import dev.parley.gateway.request.account.TryKeyHandler;
import dev.parley.gateway.request.file.FileLinkHandler;
import dev.parley.gateway.request.file.OfferFileHandler;
import dev.parley.gateway.request.group.GroupOrders;
import dev.parley.gateway.request.group.ListGroupsHandler;
import dev.parley.gateway.request.group.MemberHandlers;
import dev.parley.gateway.request.message.BlockOrders;
import dev.parley.gateway.request.message.ChangeHandler;
import dev.parley.gateway.request.message.ConversationsHandler;
import dev.parley.gateway.request.message.CursorHandlers;
import dev.parley.gateway.request.message.EditsHandler;
import dev.parley.gateway.request.message.HistoryHandler;
import dev.parley.gateway.request.message.OfflineHandler;
import dev.parley.gateway.request.message.PinnedHandler;
import dev.parley.gateway.request.message.SearchHandler;
import dev.parley.gateway.request.message.SendMessageHandler;
import dev.parley.gateway.request.message.SetEncryptionHandler;
import dev.parley.gateway.request.message.TraceHandler;
import dev.parley.gateway.request.presence.AwayHandler;
import dev.parley.gateway.request.presence.PingHandler;
import dev.parley.gateway.request.presence.TypingHandler;
import dev.parley.gateway.request.presence.WhoElseHandler;
import dev.parley.gateway.request.presence.WhoLastHourHandler;
import dev.parley.gateway.session.Backlog;
import dev.parley.gateway.session.Sessions;
import dev.parley.gateway.trace.MessageTraces;
import java.util.concurrent.CompletableFuture;

/// The table of all verbs: what each is called, when it may be used, who does it.
final class Verbs {
  private Verbs() {}

  static VerbTable table(
      Exchange exchange,
      PasswordSealer sealer,
      TokenVerifier verifier,
      Sessions sessions,
      Backlog backlog,
      int offlineRepeat,
      LimitConfig limits,
      HopLog hops,
      MessageTraces traces,
      Attempts attempts,
      RequestMetrics metrics,
      FileVerbs files) {
    VerbTable table = new VerbTable();
    anyone(table, sessions);
    accounts(table, exchange, sealer, sessions, limits, attempts);
    table.verb(
        AccountRequest.Resume.class,
        Precondition.LOGGED_OUT,
        new ResumeHandler(verifier, sessions, limits));
    messages(
        table,
        exchange,
        new OfflineHandler(backlog, offlineRepeat),
        new SendMessageHandler(exchange, hops, traces, metrics, System::nanoTime, files.claims()));
    files(table, exchange, files);
    changes(table, exchange);
    reads(table, exchange, hops);
    cursors(table, exchange, sessions);
    groups(table, exchange);
    presence(table, exchange);
    encryption(table, exchange);
    table
        .verb(PresenceRequest.Away.class, Precondition.LOGGED_IN, new AwayHandler(sessions))
        .verb(PresenceRequest.Typing.class, Precondition.LOGGED_IN, new TypingHandler(sessions));
    return table;
  }

  private static void anyone(VerbTable table, Sessions sessions) {
    table
        .verb(
            Request.Help.class,
            Precondition.NONE,
            (_, _) -> CompletableFuture.completedFuture(new Reply.Helped()))
        .verb(
            Request.Malformed.class,
            Precondition.NONE,
            (_, request) -> CompletableFuture.completedFuture(request.failure()))
        .verb(AccountRequest.Logout.class, Precondition.NONE, new LogoutHandler(sessions));
  }

  private static void accounts(
      VerbTable table,
      Exchange exchange,
      PasswordSealer sealer,
      Sessions sessions,
      LimitConfig limits,
      Attempts attempts) {
    PasswordProof proof = new PasswordProof(sealer, exchange, attempts);
    LoginHandler login = new LoginHandler(proof, sessions, limits);
    EnterHandlers enter = new EnterHandlers(sessions, limits);
    table
        .verb(
            AccountRequest.Register.class,
            Precondition.LOGGED_OUT,
            new RegisterHandler(sealer, exchange, sessions, login, attempts))
        .verb(AccountRequest.Login.class, Precondition.LOGGED_OUT, login)
        .verb(
            AccountRequest.Prove.class,
            Precondition.LOGGED_OUT,
            new ProveHandler(proof, sessions, limits))
        .verb(AccountRequest.TryKey.class, Precondition.LOGGED_OUT, new TryKeyHandler(exchange))
        .verb(
            AccountRequest.ProveByKey.class,
            Precondition.LOGGED_OUT,
            new ProveByKeyHandler(exchange, sessions, limits))
        .verb(AccountRequest.Enter.class, Precondition.PROVEN, enter.full())
        .verb(AccountRequest.EnterBriefly.class, Precondition.PROVEN, enter.brief())
        .verb(
            AccountRequest.ChangePassword.class,
            Precondition.LOGGED_IN,
            new ChangePasswordHandler(sealer, exchange))
        .verb(AccountRequest.Keys.class, Precondition.LOGGED_IN, KeyHandlers.list(exchange))
        .verb(AccountRequest.AddKey.class, Precondition.LOGGED_IN, KeyHandlers.add(exchange))
        .verb(AccountRequest.RemoveKey.class, Precondition.LOGGED_IN, KeyHandlers.remove(exchange));
  }

  private static void encryption(VerbTable table, Exchange exchange) {
    Precondition loggedIn = Precondition.LOGGED_IN;
    table
        .verb(AccountRequest.Devices.class, loggedIn, DeviceHandlers.list(exchange))
        .verb(AccountRequest.LinkDevice.class, loggedIn, DeviceHandlers.link(exchange))
        .verb(AccountRequest.RequestDevice.class, loggedIn, DeviceHandlers.await(exchange))
        .verb(MessageRequest.SetEncryption.class, loggedIn, new SetEncryptionHandler(exchange));
  }

  private static void messages(
      VerbTable table, Exchange exchange, OfflineHandler offline, SendMessageHandler send) {
    table
        .verb(MessageRequest.SendMessage.class, Precondition.LOGGED_IN, send)
        .verb(MessageRequest.Offline.class, Precondition.LOGGED_IN, offline)
        .verb(
            MessageRequest.Block.class,
            Precondition.LOGGED_IN,
            OwnerOrder.handler(exchange, BlockOrders::block))
        .verb(
            MessageRequest.Unblock.class,
            Precondition.LOGGED_IN,
            OwnerOrder.handler(exchange, BlockOrders::unblock));
  }

  private static void files(VerbTable table, Exchange exchange, FileVerbs files) {
    table
        .verb(
            MessageRequest.OfferFile.class,
            Precondition.LOGGED_IN,
            new OfferFileHandler(exchange, files.uploads(), files.links(), files.workers()))
        .verb(
            MessageRequest.FileLink.class,
            Precondition.LOGGED_IN,
            new FileLinkHandler(exchange, files.links()));
  }

  private static void changes(VerbTable table, Exchange exchange) {
    table
        .verb(MessageRequest.Edit.class, Precondition.LOGGED_IN, new ChangeHandler<>(exchange))
        .verb(MessageRequest.Delete.class, Precondition.LOGGED_IN, new ChangeHandler<>(exchange))
        .verb(MessageRequest.React.class, Precondition.LOGGED_IN, new ChangeHandler<>(exchange))
        .verb(MessageRequest.Pin.class, Precondition.LOGGED_IN, new ChangeHandler<>(exchange));
  }

  private static void reads(VerbTable table, Exchange exchange, HopLog hops) {
    table
        .verb(MessageRequest.Trace.class, Precondition.LOGGED_IN, new TraceHandler(exchange, hops))
        .verb(MessageRequest.History.class, Precondition.LOGGED_IN, new HistoryHandler(exchange))
        .verb(MessageRequest.Edits.class, Precondition.LOGGED_IN, new EditsHandler(exchange))
        .verb(MessageRequest.Pinned.class, Precondition.LOGGED_IN, new PinnedHandler(exchange))
        .verb(MessageRequest.Search.class, Precondition.LOGGED_IN, new SearchHandler(exchange));
  }

  private static void cursors(VerbTable table, Exchange exchange, Sessions sessions) {
    Precondition loggedIn = Precondition.LOGGED_IN;
    table
        .verb(MessageRequest.Conversations.class, loggedIn, new ConversationsHandler(exchange))
        .verb(MessageRequest.Received.class, loggedIn, CursorHandlers.received())
        .verb(MessageRequest.Read.class, loggedIn, CursorHandlers.read(sessions));
  }

  private static void groups(VerbTable table, Exchange exchange) {
    Precondition loggedIn = Precondition.LOGGED_IN;
    table
        .verb(
            GroupRequest.CreateGroup.class,
            loggedIn,
            OwnerOrder.handler(exchange, GroupOrders::create))
        .verb(
            GroupRequest.JoinGroup.class, loggedIn, OwnerOrder.handler(exchange, GroupOrders::join))
        .verb(
            GroupRequest.AddMembers.class, loggedIn, OwnerOrder.handler(exchange, GroupOrders::add))
        .verb(
            GroupRequest.RemoveMember.class,
            loggedIn,
            OwnerOrder.handler(exchange, GroupOrders::remove))
        .verb(
            GroupRequest.LeaveGroup.class,
            loggedIn,
            OwnerOrder.handler(exchange, GroupOrders::leave))
        .verb(
            GroupRequest.MuteMember.class,
            loggedIn,
            OwnerOrder.handler(exchange, GroupOrders::mute))
        .verb(
            GroupRequest.UnmuteMember.class,
            loggedIn,
            OwnerOrder.handler(exchange, GroupOrders::unmute))
        .verb(GroupRequest.ListMembers.class, loggedIn, MemberHandlers.members(exchange))
        .verb(GroupRequest.ListMuted.class, loggedIn, MemberHandlers.muted(exchange))
        .verb(GroupRequest.ListGroups.class, loggedIn, new ListGroupsHandler(exchange));
  }

  private static void presence(VerbTable table, Exchange exchange) {
    Precondition loggedIn = Precondition.LOGGED_IN;
    table
        .verb(PresenceRequest.WhoElse.class, loggedIn, new WhoElseHandler(exchange))
        .verb(PresenceRequest.WhoLastHour.class, loggedIn, new WhoLastHourHandler(exchange))
        .verb(PresenceRequest.Ping.class, loggedIn, new PingHandler(exchange));
  }
}

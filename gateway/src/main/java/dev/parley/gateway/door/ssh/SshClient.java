package dev.parley.gateway.door.ssh;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Origin;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.door.ScheduledLoop;
import dev.parley.gateway.limit.ConnectionLimit.Admission;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.DoorContext;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestPipeline;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/// A client from its connect to its end: it logs in, then asks for a shell or gives a command.
/// Confined to the event loop of its connection, unless a method says otherwise.
public final class SshClient {
  private static final AttributeKey<SshClient> KEY = new AttributeKey<>();

  private final SshConnection connection;
  private final RequestPipeline pipeline;
  private final Admission admission;
  private final Answers answers = new Answers();
  private final DoorContext context;
  private final Shells shells;
  private final int maxTries;
  private int wrongPasswords;
  private volatile boolean hasSaidGoodBye;
  private volatile @Nullable KeyAnswer keyAnswer;

  /// What auth-service has said about a key of this connection.
  private record KeyAnswer(Request request, boolean yes) {}

  private SshClient(
      ServerSession session,
      ScheduledLoop loop,
      DoorContext context,
      SshConfig config,
      Shells shells) {
    InetSocketAddress remote = (InetSocketAddress) session.getClientAddress();
    String address = remote.getAddress().getHostAddress();
    this.context = context;
    this.shells = shells;
    this.maxTries = config.maxTries();
    this.admission = context.limit().admit(address);
    this.connection =
        new SshConnection(
            new Origin(SshDoor.NAME, address),
            session,
            loop,
            context.connections(),
            admission,
            answers);
    this.pipeline = context.pipelines().open(connection);
  }

  /// Counts a new connection; on a thread of the transport.
  static SshClient open(
      ServerSession session,
      ScheduledLoop loop,
      DoorContext context,
      SshConfig config,
      Shells shells) {
    SshClient client = new SshClient(session, loop, context, config, shells);
    session.setAttribute(KEY, client);
    loop.execute(() -> client.connection.limitLogin(config.loginTimeout()));
    return client;
  }

  /// {@return the client of a session, or `null` while it has none}
  static @Nullable SshClient find(Session session) {
    return session.getAttribute(KEY);
  }

  /// {@return the client of a session that has got as far as a login}
  static SshClient of(Session session) {
    return Objects.requireNonNull(find(session), "a session has its client from the beginning");
  }

  /// {@return the connection; on any thread}
  public SshConnection connection() {
    return connection;
  }

  /// {@return what takes the client's requests}
  public RequestPipeline pipeline() {
    return pipeline;
  }

  /// {@return longest line, in bytes}
  public int maxLine() {
    return context.config().maxLine();
  }

  /// {@return one sentence on why the connection must be closed, or `null` if it may stay}
  @Nullable String refusal() {
    return admission.refusal();
  }

  /// Asks something while nothing is shown yet, or for one command.
  ///
  /// @param request what
  /// @return the answer, good or bad
  CompletableFuture<Reply> ask(Request request) {
    CompletableFuture<Reply> answer = answers.next();
    pipeline.onRequest(request);
    return answer;
  }

  /// Asks whether a client is who it says to be; on any thread.
  ///
  /// @param request how it proves that
  /// @return completes with whether it is; never, if the connection is closed instead
  CompletableFuture<Boolean> prove(Request request) {
    CompletableFuture<Boolean> proven = new CompletableFuture<>();
    connection.loop().execute(() -> ask(request).thenAccept(reply -> judge(reply, proven)));
    return proven;
  }

  /// Asks whether a key would log somebody in; on any thread.
  ///
  /// @param request which key, and whom
  /// @return completes with whether it would
  CompletableFuture<Boolean> knows(AccountRequest.TryKey request) {
    CompletableFuture<Boolean> known = new CompletableFuture<>();
    connection
        .loop()
        .execute(() ->
            ask(request).thenAccept(reply -> known.complete(!(reply instanceof Reply.Failed))));
    return known;
  }

  /// Keeps an answer until it is taken; on any thread.
  void answered(Request request, boolean yes) {
    keyAnswer = new KeyAnswer(request, yes);
  }

  /// {@return whether there is an answer to just this, and it is yes; on any thread}
  boolean isAnsweredByYes(Request request) {
    KeyAnswer kept = keyAnswer;
    return kept != null && kept.request().equals(request) && kept.yes();
  }

  /// {@return the answer to just this, which is then forgotten; `null` if there is none; on any
  /// thread, by one}
  @Nullable Boolean takeAnswer(Request request) {
    KeyAnswer kept = keyAnswer;
    if (kept == null || !kept.request().equals(request)) {
      return null;
    }
    keyAnswer = null;
    return kept.yes();
  }

  /// A client that is locked out, or that the server cannot serve, is told why; a wrong password is
  /// answered by the protocol itself.
  private void judge(Reply reply, CompletableFuture<Boolean> proven) {
    if (!(reply instanceof Reply.Failed failed)) {
      proven.complete(true);
    } else if (failed.code() != ErrorCode.BAD_CREDENTIALS) {
      farewell(failed.message());
    } else {
      wrongPasswords++;
      if (wrongPasswords >= maxTries) {
        farewell("too many wrong passwords");
      } else {
        proven.complete(false);
      }
    }
  }

  private void farewell(String why) {
    connection.disconnect(SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE, why);
  }

  /// Starts what the client has asked for.
  ///
  /// @param command what is to be done, or `null` for a shell
  void onChannel(SshChannel channel, @Nullable String command) {
    connection.channel(channel);
    if (command != null) {
      new CommandRun(this, channel, answers).start(command);
    } else if (shells.canShowOn(channel)) {
      shells.open(this, channel);
    } else {
      new PlainShell(this, channel).start();
    }
  }

  /// Notes that the client has closed its channel, or that it is gone with the connection.
  void onChannelClosed(boolean inOrder) {
    hasSaidGoodBye |= inOrder;
    connection.abort();
  }

  /// Notes that the client has said good bye; on a thread of the transport.
  void onDisconnect() {
    hasSaidGoodBye = true;
  }

  /// Notes that the transport is gone.
  void onGone() {
    pipeline.onClosed(connection.onGone(hasSaidGoodBye ? CloseReason.CLOSED : CloseReason.LOST));
  }
}

package dev.parley.gateway.door.ssh;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Role;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.ClosedConnections;
import dev.parley.gateway.door.Doors;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.door.ScheduledLoop;
import dev.parley.gateway.door.ssh.shell.TerminalShells;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.DoorContext;
import dev.parley.gateway.request.DoorContexts;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.Precondition;
import dev.parley.gateway.request.PresenceRequest;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.request.VerbTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A door with a client of MINA's; what is asked is answered by stand-ins. Against the OpenSSH
/// client and the whole stack it is tried in deploy/acceptance.
abstract class OnSshDoor {
  static final Duration LIMIT = Duration.ofSeconds(10);

  final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
  final SshClient client = SshClient.setUpDefaultClient();
  final ClosedConnections closed = new ClosedConnections();
  final List<Request> asked = new CopyOnWriteArrayList<>();
  final KeyPair good = key();
  final KeyPair retired = key();
  final String goodKey = PublicKeyEntry.toString(good.getPublic());
  final String retiredKey = PublicKeyEntry.toString(retired.getPublic());
  SshDoor door;

  @BeforeEach
  void open(@TempDir Path folder) {
    door =
        new SshDoor(
            new Settings(folder),
            List.of(new ScheduledLoop(loop)),
            context(),
            new TerminalShells());
    door.open();
    client.setServerKeyVerifier((_, _, _) -> true);
    client.start();
  }

  @AfterEach
  void close() {
    client.stop();
    door.close();
    loop.shutdownNow();
  }

  ClientSession login(String... passwords) throws IOException {
    ClientSession session = connect("password");
    for (String password : passwords) {
      session.addPasswordIdentity(password);
    }
    return authenticated(session);
  }

  ClientSession loginBy(KeyPair... keys) throws IOException {
    ClientSession session = connect("publickey");
    for (KeyPair each : keys) {
      session.addPublicKeyIdentity(each);
    }
    return authenticated(session);
  }

  ClientSession connect(String method) throws IOException {
    ClientSession session =
        client.connect("alice", "127.0.0.1", door.port()).verify(LIMIT).getClientSession();
    session.setUserAuthFactoriesNames(method);
    return session;
  }

  static ClientSession authenticated(ClientSession session) throws IOException {
    try {
      session.auth().verify(LIMIT);
      return session;
    } catch (IOException e) {
      session.close(true);
      throw e;
    }
  }

  static KeyPair key() {
    try {
      return KeyUtils.generateKeyPair("ssh-ed25519", 256);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// {@return exit status, output and errors}
  static String run(ClientSession session, String command, String input) throws IOException {
    var out = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    try (ClientChannel channel = session.createExecChannel(command)) {
      channel.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
      channel.setOut(out);
      channel.setErr(errors);
      channel.open().verify(LIMIT);
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LIMIT);
      return channel.getExitStatus() + ":" + text(out) + ":" + text(errors);
    }
  }

  static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  DoorContext context() {
    VerbTable verbs = new VerbTable();
    verb(verbs, Request.Malformed.class, (_, malformed) -> done(malformed.failure()));
    verb(verbs, AccountRequest.Prove.class, (_, prove) -> done(proven(prove)));
    verb(verbs, AccountRequest.TryKey.class, (_, attempt) -> done(known(attempt.key())));
    verb(verbs, AccountRequest.ProveByKey.class, (_, proof) -> done(provenBy(proof.key())));
    verb(verbs, AccountRequest.Enter.class, OnSshDoor::enter);
    verb(verbs, AccountRequest.EnterBriefly.class, OnSshDoor::enter);
    verb(
        verbs,
        PresenceRequest.Ping.class,
        (_, ping) -> done(new Reply.Pinged(ping.user(), Reply.Reachability.ONLINE)));
    verb(
        verbs,
        MessageRequest.SendMessage.class,
        (_, _) -> done(new Reply.Posted("@alice+bob", "alice", false, 1, 0)));
    verb(
        verbs,
        AccountRequest.Logout.class,
        (caller, _) -> {
          caller.afterReply(() -> caller.connection().close(CloseReason.LOGOUT));
          return done(new Reply.LoggedOut());
        });
    return DoorContexts.of(verbs, Doors.settings(), closed);
  }

  <R extends Request> void verb(VerbTable verbs, Class<R> kind, RequestHandler<R> handler) {
    verbs.verb(
        kind,
        Precondition.NONE,
        (caller, request) -> {
          asked.add(request);
          return handler.handle(caller, request);
        });
  }

  static Reply proven(AccountRequest.Prove request) {
    return switch (request.password()) {
      case "right" -> new Reply.Proven(request.user());
      case "locked" -> new Reply.Failed(ErrorCode.LOCKED, "locked, try again in 57 seconds", 57);
      default -> wrong();
    };
  }

  Reply known(String key) {
    return key.equals(goodKey) || key.equals(retiredKey) ? new Reply.Done() : wrong();
  }

  Reply provenBy(String key) {
    return key.equals(goodKey) ? new Reply.Proven("alice") : wrong();
  }

  static Reply wrong() {
    return new Reply.Failed(ErrorCode.BAD_CREDENTIALS, "wrong user or password");
  }

  static CompletableFuture<Reply> enter(Caller caller, Request request) {
    caller.connection().authenticated();
    return done(new Reply.LoggedIn("alice", Role.MEMBER, null, 0));
  }

  static CompletableFuture<Reply> done(Reply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  record Settings(Path folder) implements SshConfig {
    @Override
    public int port() {
      return 0;
    }

    @Override
    public Duration loginTimeout() {
      return LIMIT;
    }

    @Override
    public int maxTries() {
      return 3;
    }

    @Override
    public int maxKeys() {
      return 12;
    }

    @Override
    public Duration keepAlive() {
      return Duration.ofMinutes(1);
    }
  }
}

package dev.parley.gateway.door.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Role;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.ConnectionContext;
import dev.parley.gateway.door.DoorMetrics;
import dev.parley.gateway.door.Doors;
import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.door.ScheduledLoop;
import dev.parley.gateway.door.ssh.shell.TerminalShells;
import dev.parley.gateway.limit.ConnectionLimit;
import dev.parley.gateway.limit.Limits;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.DoorContext;
import dev.parley.gateway.request.NoMetrics;
import dev.parley.gateway.request.Precondition;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.request.RequestPipelines;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The transport with a client of MINA's; what is asked is answered by stand-ins. Against the
/// OpenSSH client and the whole stack it is tried in deploy/acceptance.
class SshDoorTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
  private final SshClient client = SshClient.setUpDefaultClient();
  private final AtomicInteger ids = new AtomicInteger();
  private final List<CloseReason> closed = new CopyOnWriteArrayList<>();
  private final List<Request> asked = new CopyOnWriteArrayList<>();
  private final KeyPair good = key();
  private final KeyPair retired = key();
  private final String goodKey = PublicKeyEntry.toString(good.getPublic());
  private final String retiredKey = PublicKeyEntry.toString(retired.getPublic());
  private SshDoor door;

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

  @Test
  void doesOneCommandBrieflyAndTellsHowItWent() throws IOException {
    try (ClientSession session = login("right")) {
      assertThat(run(session, "ping bob", "")).isEqualTo("0:ping bob online\n:");
    }
    assertThat(asked.get(1)).isInstanceOf(Request.EnterBriefly.class);
  }

  @Test
  void tellsAScriptThatALineIsNoCommand() throws IOException {
    try (ClientSession session = login("right")) {
      assertThat(run(session, "rm -rf /", ""))
          .isEqualTo("2::parley: bad_command no such command; try help\n");
    }
  }

  @Test
  void takesTheTextOfAMessageFromTheInput() throws IOException {
    try (ClientSession session = login("right")) {
      run(session, "message bob -", "two\nlines \\ here\n");
    }
    assertThat(asked).last().isInstanceOf(Request.SendMessage.class);
    assertThat(((Request.SendMessage) asked.getLast()).text()).isEqualTo("two\nlines \\ here");
  }

  @Test
  void refusesAnInputThatIsTooLong() throws IOException {
    try (ClientSession session = login("right")) {
      assertThat(run(session, "message bob -", "x".repeat(20_000)))
          .startsWith("1::parley: too_long");
    }
  }

  @Test
  void speaksTheLineProtocolWithoutATerminal() throws IOException {
    try (ClientSession session = login("right")) {
      assertThat(shell(session, "ping bob\nnonsense\n"))
          .isEqualTo(
              """
              +ok login alice
              +ok ping bob online
              -err bad_command no such command; try help
              +ok logout
              """);
    }
    await().untilAsserted(() -> assertThat(closed).containsExactly(CloseReason.LOGOUT));
  }

  /// CVE-2025-32433: a channel, and a command on it, before anybody has logged in.
  @Test
  void opensNoChannelToStrangers() throws IOException {
    try (ClientSession session =
        client.connect("alice", "127.0.0.1", door.port()).verify(LIMIT).getClientSession()) {
      // Given
      session.waitFor(EnumSet.of(ClientSessionEvent.WAIT_AUTH), LIMIT);

      // When
      Buffer open = session.createBuffer(SshConstants.SSH_MSG_CHANNEL_OPEN);
      open.putString("session");
      open.putUInt(0);
      open.putUInt(65_536);
      open.putUInt(32_768);
      session.writePacket(open);
      Buffer command = session.createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST);
      command.putUInt(0);
      command.putString("exec");
      command.putBoolean(true);
      command.putString("ping bob");
      session.writePacket(command);

      // Then
      assertThat(session.waitFor(EnumSet.of(ClientSessionEvent.CLOSED), LIMIT))
          .contains(ClientSessionEvent.CLOSED);
    }
    await().untilAsserted(() -> assertThat(closed).hasSize(1));
    assertThat(asked).isEmpty();
  }

  @Test
  void closesAfterThreeWrongPasswords() {
    assertThatThrownBy(() -> login("wrong", "wronger", "wrongest", "right"))
        .isInstanceOf(SshException.class);
    assertThat(asked).hasSize(3);
    await().untilAsserted(() -> assertThat(closed).hasSize(1));
  }

  @Test
  void tellsWhoIsLockedOutForHowLong() {
    assertThatThrownBy(() -> login("locked")).hasMessageContaining("try again in 57 seconds");
  }

  @Test
  void letsInByAKeyThatIsKnown() throws IOException {
    try (ClientSession session = loginBy(key(), good)) {
      assertThat(run(session, "ping bob", "")).startsWith("0:");
    }
    assertThat(asked)
        .extracting(Object::getClass)
        .startsWith(Request.TryKey.class, Request.TryKey.class, Request.ProveByKey.class);
  }

  @Test
  void doesNotTakeTheAnswerToAQuestionForALogin() {
    assertThatThrownBy(() -> loginBy(retired)).isInstanceOf(SshException.class);
    assertThat(asked)
        .extracting(Object::getClass)
        .containsExactly(Request.TryKey.class, Request.ProveByKey.class);
  }

  /// Offers the public half of a known key and signs with another one.
  @Test
  void takesNobodyAtHisWord() {
    KeyPair forged = new KeyPair(good.getPublic(), key().getPrivate());

    assertThatThrownBy(() -> loginBy(forged)).isInstanceOf(SshException.class);
    assertThat(asked).noneMatch(Request.ProveByKey.class::isInstance);
  }

  @Test
  void forwardsNothing() throws IOException {
    try (ClientSession session = login("right")) {
      SshdSocketAddress here = new SshdSocketAddress("127.0.0.1", 0);
      assertThatThrownBy(() -> session.startRemotePortForwarding(here, here))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(
              () -> {
                try (ClientChannel channel = session.createDirectTcpipChannel(here, here)) {
                  channel.open().verify(LIMIT);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void takesALinkThatBreaksForNoGoodBye() throws IOException {
    ClientSession session = login("right");
    ClientChannel channel = session.createShellChannel();
    channel.setIn(new WaitingInput());
    channel.setOut(new ByteArrayOutputStream());
    channel.open().verify(LIMIT);
    await().untilAsserted(() -> assertThat(asked).last().isInstanceOf(Request.Enter.class));

    // When
    session.getIoSession().close(true);

    // Then
    await().untilAsserted(() -> assertThat(closed).containsExactly(CloseReason.LOST));
  }

  private ClientSession login(String... passwords) throws IOException {
    ClientSession session =
        client.connect("alice", "127.0.0.1", door.port()).verify(LIMIT).getClientSession();
    for (String password : passwords) {
      session.addPasswordIdentity(password);
    }
    session.setUserAuthFactoriesNames("password");
    try {
      session.auth().verify(LIMIT);
      return session;
    } catch (IOException e) {
      session.close(true);
      throw e;
    }
  }

  private ClientSession loginBy(KeyPair... keys) throws IOException {
    ClientSession session =
        client.connect("alice", "127.0.0.1", door.port()).verify(LIMIT).getClientSession();
    for (KeyPair each : keys) {
      session.addPublicKeyIdentity(each);
    }
    session.setUserAuthFactoriesNames("publickey");
    try {
      session.auth().verify(LIMIT);
      return session;
    } catch (IOException e) {
      session.close(true);
      throw e;
    }
  }

  private static KeyPair key() {
    try {
      return KeyUtils.generateKeyPair("ssh-ed25519", 256);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// {@return exit status, output and errors}
  private static String run(ClientSession session, String command, String input)
      throws IOException {
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

  private static String shell(ClientSession session, String input) throws IOException {
    var out = new ByteArrayOutputStream();
    try (ClientChannel channel = session.createShellChannel()) {
      channel.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
      channel.setOut(out);
      ((org.apache.sshd.client.channel.ChannelShell) channel).setUsePty(false);
      channel.open().verify(LIMIT);
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LIMIT);
      return text(out);
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private DoorContext context() {
    VerbTable verbs = new VerbTable();
    verb(verbs, Request.Malformed.class, (_, malformed) -> done(malformed.failure()));
    verb(verbs, Request.Prove.class, (_, prove) -> done(proven(prove)));
    verb(verbs, Request.TryKey.class, (_, attempt) -> done(known(attempt.key())));
    verb(verbs, Request.ProveByKey.class, (_, proof) -> done(provenBy(proof.key())));
    verb(verbs, Request.Enter.class, SshDoorTest::enter);
    verb(verbs, Request.EnterBriefly.class, SshDoorTest::enter);
    verb(
        verbs,
        Request.Ping.class,
        (_, ping) -> done(new Reply.Pinged(ping.user(), Reply.Reachability.ONLINE)));
    verb(
        verbs,
        Request.SendMessage.class,
        (_, _) -> done(new Reply.Posted("@alice+bob", "alice", false, 1, 0)));
    verb(
        verbs,
        Request.Logout.class,
        (caller, _) -> {
          caller.afterReply(() -> caller.connection().close(CloseReason.LOGOUT));
          return done(new Reply.LoggedOut());
        });
    RequestPipelines pipelines =
        new RequestPipelines(
            verbs,
            (_, _) -> CompletableFuture.allOf(),
            new NoMetrics(),
            Limits.off(),
            Doors.settings(),
            System::nanoTime);
    return new DoorContext(
        new ConnectionContext(
            Doors.settings(),
            new ClosedConnections(),
            () -> "c" + ids.incrementAndGet(),
            (account, file) -> "http://x/" + account + "/" + file),
        new ConnectionLimit(Limits.off()),
        pipelines);
  }

  private <R extends Request> void verb(VerbTable verbs, Class<R> kind, RequestHandler<R> handler) {
    verbs.verb(
        kind,
        Precondition.NONE,
        (caller, request) -> {
          asked.add(request);
          return handler.handle(caller, request);
        });
  }

  private static Reply proven(Request.Prove request) {
    return switch (request.password()) {
      case "right" -> new Reply.Proven(request.user());
      case "locked" -> new Reply.Failed(ErrorCode.LOCKED, "locked, try again in 57 seconds", 57);
      default -> wrong();
    };
  }

  private Reply known(String key) {
    return key.equals(goodKey) || key.equals(retiredKey) ? new Reply.Done() : wrong();
  }

  private Reply provenBy(String key) {
    return key.equals(goodKey) ? new Reply.Proven("alice") : wrong();
  }

  private static Reply wrong() {
    return new Reply.Failed(ErrorCode.BAD_CREDENTIALS, "wrong user or password");
  }

  private static CompletableFuture<Reply> enter(Caller caller, Request request) {
    caller.connection().authenticated();
    return done(new Reply.LoggedIn("alice", Role.MEMBER, null, 0));
  }

  private static CompletableFuture<Reply> done(Reply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  private record Settings(Path folder) implements SshConfig {
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

  private final class ClosedConnections implements DoorMetrics {
    @Override
    public void delivered(EntryChunk chunk) {}

    @Override
    public void closed(String door, CloseReason reason) {
      closed.add(reason);
    }
  }

  /// Somebody who types nothing.
  private static final class WaitingInput extends java.io.InputStream {
    private final CompletableFuture<Integer> never = new CompletableFuture<>();

    @Override
    public int read() {
      return never.join();
    }
  }
}

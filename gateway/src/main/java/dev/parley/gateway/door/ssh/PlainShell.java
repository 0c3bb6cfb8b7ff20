package dev.parley.gateway.door.ssh;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.Reader;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.line.LineConversation;
import dev.parley.gateway.request.line.LineEncoder;
import dev.parley.gateway.request.line.LineFramer;

/// A shell that speaks the line protocol: for bots, scripts and screen readers.
///
/// The login was the transport's, so the first answer is that of `login`. If the account has a
/// session elsewhere, the line `takeover` ends that one, and any other line ends this.
public final class PlainShell implements Face, LineFramer.Sink, SshChannel.Input {
  private static final Event ELSEWHERE =
      new Event.Notice("elsewhere", "the line 'takeover' ends that session, any other ends this");

  private final SshClient client;
  private final SshConnection connection;
  private final SshChannel channel;
  private final LineConversation conversation;
  private final LineFramer framer;
  private final HeldInput held = new HeldInput();
  private boolean entered;
  private boolean asking;

  PlainShell(SshClient client, SshChannel channel) {
    this.client = client;
    this.connection = client.connection();
    this.conversation = new LineConversation(connection, client.pipeline(), client.maxLine());
    this.framer = new LineFramer(client.maxLine(), this);
    this.channel = channel;
  }

  /// Goes on with the session of another shell.
  ///
  /// @param client whose session it is
  /// @param channel its channel
  public static void goOn(SshClient client, SshChannel channel) {
    PlainShell shell = new PlainShell(client, channel);
    shell.entered = true;
    shell.show();
  }

  void start() {
    show();
    client.pipeline().onRequest(new AccountRequest.Enter(false));
  }

  private void show() {
    connection.face(this);
    connection.reading(held::pause);
    if (channel.hasTerminal()) {
      PlainTerminal terminal = new PlainTerminal(this, connection, channel, client.maxLine());
      channel.input(terminal);
      connection.output(terminal);
    } else {
      channel.input(this);
      connection.output(channel::write);
    }
  }

  @Override
  public void reply(Reply reply) {
    connection.show(SafeText.bytes(LineEncoder.INSTANCE.encode(reply)));
    if (entered) {
      return;
    }
    entered = !(reply instanceof Reply.Failed);
    if (reply instanceof Reply.Failed failed) {
      onNotEntered(failed);
    }
  }

  private void onNotEntered(Reply.Failed failed) {
    if (failed.code() == ErrorCode.ALREADY_LOGGED_IN) {
      asking = true;
      tell(ELSEWHERE);
    } else if (!asking) {
      connection.close(CloseReason.REFUSED);
    }
  }

  @Override
  public void tell(Event event) {
    connection.show(SafeText.bytes(LineEncoder.INSTANCE.encode(event)));
  }

  @Override
  public void entries(EntryChunk entries, Reader reader) {
    entries.encode(LineEncoder.INSTANCE, reader, bytes -> connection.show(SafeText.bytes(bytes)));
  }

  @Override
  public void onBytes(byte[] bytes, Runnable taken) {
    framer.onBytes(bytes);
    held.onTaken(taken);
  }

  @Override
  public void onEnd() {
    framer.onEnd();
    client.pipeline().onEndOfRequests(CloseReason.LOGOUT);
  }

  @Override
  public void onLine(String line) {
    if (!asking || entered) {
      conversation.onLine(line);
    } else if (line.strip().equalsIgnoreCase("takeover")) {
      client.pipeline().onRequest(new AccountRequest.Enter(true));
    } else {
      connection.close(CloseReason.REFUSED);
    }
  }

  @Override
  public void onTooLong(String beginning) {
    conversation.onTooLong(beginning);
  }

  @Override
  public void onMalformed(String beginning) {
    conversation.onMalformed(beginning);
  }
}

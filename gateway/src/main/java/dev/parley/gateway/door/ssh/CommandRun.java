package dev.parley.gateway.door.ssh;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.MessageText;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.line.LineParser;
import dev.parley.gateway.request.line.LineText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One command of a script: `ssh host whoelse`, `echo hi | ssh host message bob -`.
///
/// It is a line of the line protocol. A lone `-` at its end stands for what comes on the standard
/// input, newlines included. The command opens no session that others would see, so it works while
/// its person is logged in elsewhere, and takes nobody's mail.
final class CommandRun implements SshChannel.Input {
  private static final String FROM_INPUT = " -";
  private static final int MAX_BYTES_OF_CHARACTER = 4;
  private static final int MAX_INPUT = MessageText.MAX_LENGTH * MAX_BYTES_OF_CHARACTER + 2;

  private final SshClient client;
  private final SshChannel channel;
  private final Face answers;
  private @Nullable String beforeInput;
  private final ByteArrayOutputStream typed = new ByteArrayOutputStream(0);

  CommandRun(SshClient client, SshChannel channel, Face answers) {
    this.client = client;
    this.channel = channel;
    this.answers = answers;
    channel.input(this);
  }

  void start(String line) {
    client.connection().face(answers);
    if (line.getBytes(StandardCharsets.UTF_8).length > client.maxLine()) {
      finish(CommandOutput.usage("a command has at most " + client.maxLine() + " bytes"));
    } else if (line.endsWith(FROM_INPUT)) {
      beforeInput = line.substring(0, line.length() - 1);
    } else {
      run(line);
    }
  }

  @Override
  public void onBytes(byte[] bytes, Runnable taken) {
    if (beforeInput != null && typed.size() <= MAX_INPUT) {
      typed.writeBytes(bytes);
      if (typed.size() > MAX_INPUT) {
        beforeInput = null;
        finish(CommandOutput.failed(tooLong()));
      }
    }
    taken.run();
  }

  @Override
  public void onEnd() {
    if (beforeInput != null) {
      String before = beforeInput;
      beforeInput = null;
      String text = typed.toString(StandardCharsets.UTF_8).stripTrailing();
      run(before + LineText.escape(text));
    }
  }

  private void run(String line) {
    Request request = LineParser.parse(line);
    if (request == null) {
      finish(CommandOutput.usage("no command; try help"));
    } else if (request instanceof Request.Malformed(Reply.Failed failed)) {
      finish(CommandOutput.usage(failed.message()));
    } else {
      client
          .ask(new AccountRequest.EnterBriefly())
          .thenCompose(
              entered -> entered instanceof Reply.Failed ? done(entered) : client.ask(request))
          .thenAccept(reply -> finish(CommandOutput.of(reply)));
    }
  }

  private void finish(CommandOutput output) {
    SshConnection connection = client.connection();
    if (connection.isClosed()) {
      return;
    }
    connection.exitStatus(output.status());
    if (output.error().length > 0) {
      channel.writeError(output.error());
    }
    // Past the queue: an answer is bounded by itself, and may be longer than what may wait.
    channel.write(output.out(), _ -> connection.close(CloseReason.LOGOUT));
  }

  private static CompletableFuture<Reply> done(Reply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  private static Reply.Failed tooLong() {
    return new Reply.Failed(
        ErrorCode.TOO_LONG, "a message has at most " + MessageText.MAX_LENGTH + " characters");
  }
}

package dev.parley.gateway.door.ssh;

import dev.parley.gateway.request.AccountRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.sshd.server.auth.AsyncAuthException;
import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.session.ServerSession;

/// Passes logins on to the pipeline. The threads of the transport never wait for the answer.
final class LoginGate implements PasswordAuthenticator {
  private static final Executor ANSWERS = Executors.newVirtualThreadPerTaskExecutor();

  @Override
  public boolean authenticate(String user, String password, ServerSession session) {
    throw later(SshClient.of(session).prove(new AccountRequest.Prove(user, password)));
  }

  /// {@return tells the transport to wait for an answer without a thread}
  static AsyncAuthException later(CompletableFuture<Boolean> proven) {
    AsyncAuthException later = new AsyncAuthException();
    // The answer is written where it is given: not on an event loop.
    proven.thenAcceptAsync(later::setAuthed, ANSWERS);
    return later;
  }
}

package dev.parley.gateway.door.ssh;

import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.Request;
import io.quarkus.logging.Log;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKey;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.server.session.ServerUserAuthService;
import org.jspecify.annotations.Nullable;

/// A login by key (RFC 4252 section 7): the client asks whether a key would do, then signs with it.
///
/// Only auth-service knows whose keys there are, and no thread may wait for it; MINA, for its part,
/// takes no late answer about a key, since that could be taken for a signature. So the client's
/// message is handled twice: the first time MINA verifies it with every key taken for good, and
/// what it is then worth is asked for; when the answer is there the same message is handled again,
/// verified again, and answered by MINA itself.
final class KeyLogin extends UserAuthPublicKey {
  private static final Executor ANSWERS = Executors.newVirtualThreadPerTaskExecutor();

  private final SshClient client;
  private @Nullable Request asked;

  private KeyLogin(SshClient client) {
    this.client = client;
  }

  /// Makes one for each message.
  static final class Factory extends UserAuthPublicKeyFactory {
    @Override
    public UserAuthPublicKey createUserAuth(ServerSession session) {
      KeyLogin login = new KeyLogin(SshClient.of(session));
      login.setSignatureFactories(session.getSignatureFactories());
      return login;
    }
  }

  /// {@return whether the login is done; `null` while the client is to do more, or an answer is
  /// waited for}
  @Override
  public @Nullable Boolean doAuth(Buffer buffer, boolean init) throws Exception {
    byte[] rest = buffer.getCompactData();
    Boolean verified = super.doAuth(buffer, init);
    if (asked == null || Boolean.FALSE.equals(verified)) {
      return false;
    }
    Boolean answer = client.takeAnswer(asked);
    if (answer == null) {
      ask(asked, rest);
      return null;
    }
    // A question was answered with an invitation to sign; that is no login.
    boolean invited = verified == null && answer;
    return invited ? null : answer;
  }

  /// That it was verified the first time is no reason to refuse it the second time.
  @Override
  protected boolean alreadyAuthenticated(PublicKey key, List<PublicKey> keys) {
    return false;
  }

  @Override
  protected boolean verifySignature(
      ServerSession session,
      String user,
      String algorithm,
      PublicKey key,
      Buffer buffer,
      Signature verifier,
      byte[] signature)
      throws Exception {
    boolean good =
        super.verifySignature(session, user, algorithm, key, buffer, verifier, signature);
    if (good) {
      asked = new AccountRequest.ProveByKey(user, line(key));
    }
    return good;
  }

  /// Is called when the client only asks.
  @Override
  protected void sendPublicKeyResponse(
      ServerSession session,
      String user,
      String algorithm,
      PublicKey key,
      byte[] bytes,
      int offset,
      int length,
      Buffer buffer)
      throws Exception {
    AccountRequest.TryKey question = new AccountRequest.TryKey(user, line(key));
    asked = question;
    if (client.isAnsweredByYes(question)) {
      super.sendPublicKeyResponse(session, user, algorithm, key, bytes, offset, length, buffer);
    }
  }

  private void ask(Request request, byte[] rest) {
    CompletableFuture<Boolean> answer =
        request instanceof AccountRequest.TryKey question
            ? client.knows(question)
            : client.prove(request);
    answer.thenAcceptAsync(
        yes -> {
          client.answered(request, yes);
          again(rest);
        },
        ANSWERS);
  }

  private void again(byte[] rest) {
    ServerSession session = getServerSession();
    Buffer message = new ByteArrayBuffer();
    message.putString(getUsername());
    message.putString(getService());
    message.putString(getName());
    message.putRawBytes(rest);
    try {
      session
          .getService(ServerUserAuthService.class)
          .process(SshConstants.SSH_MSG_USERAUTH_REQUEST, message);
    } catch (Exception e) {
      Log.debugf("key not answered connection=%s cause=%s", client.connection().id(), e.toString());
      session.close(true);
    }
  }

  /// {@return `TYPE BASE64`}
  private static String line(PublicKey key) {
    return PublicKeyEntry.toString(key);
  }
}

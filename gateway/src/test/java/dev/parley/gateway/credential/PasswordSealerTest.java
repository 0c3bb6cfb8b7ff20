package dev.parley.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.auth.SealedPassword;
import dev.parley.gateway.exchange.RequestFailedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.junit.jupiter.api.Test;

class PasswordSealerTest {
  private final HPKE hpke =
      new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  private final AsymmetricCipherKeyPair pair = hpke.generatePrivateKey();
  private final AtomicInteger fetches = new AtomicInteger();
  private final PasswordSealer sealer =
      new PasswordSealer(
          () -> {
            fetches.incrementAndGet();
            byte[] raw = hpke.serializePublicKey(pair.getPublic());
            return CompletableFuture.completedFuture(new SealingKey("k1", raw));
          },
          () -> "nonce-" + fetches.get(),
          Runnable::run);

  @Test
  void sealsSoThatOnlyTheKeyAndItsContextOpen() throws InvalidCipherTextException {
    // When
    SealedPassword sealed = sealer.seal("correct horse", "alice", "session-1").join();

    // Then
    assertThat(open(sealed, "alice", "session-1")).isEqualTo("correct horse");
    assertThatThrownBy(() -> open(sealed, "mallory", "session-1"))
        .isInstanceOf(InvalidCipherTextException.class);
    assertThatThrownBy(() -> open(sealed, "alice", "session-2"))
        .isInstanceOf(InvalidCipherTextException.class);
  }

  @Test
  void fetchesTheKeyOnceUntilToldToForgetIt() {
    sealer.seal("a", "alice", "s").join();
    sealer.seal("b", "alice", "s").join();
    assertThat(fetches).hasValue(1);

    sealer.forgetKey();
    sealer.seal("c", "alice", "s").join();
    assertThat(fetches).hasValue(2);
  }

  @Test
  void saysThatItIsUnavailableWithoutAKey() {
    PasswordSealer without =
        new PasswordSealer(
            () -> CompletableFuture.failedFuture(new IllegalStateException("down")),
            () -> "n",
            Runnable::run);

    assertThatThrownBy(() -> without.seal("a", "alice", "s").join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(RequestFailedException.class);
  }

  private String open(SealedPassword sealed, String account, String session)
      throws InvalidCipherTextException {
    byte[] associated = SealedPassword.associatedData(account, session, sealed.nonce());
    byte[] clear =
        hpke.setupBaseR(sealed.encapsulation(), pair, SealedPassword.INFO)
            .open(associated, sealed.ciphertext());
    return new String(clear, java.nio.charset.StandardCharsets.UTF_8);
  }
}

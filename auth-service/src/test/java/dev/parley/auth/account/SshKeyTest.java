package dev.parley.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Deed;
import dev.parley.auth.Outcome;
import dev.parley.auth.sshkey.Keys;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.KeyList;
import dev.parley.contracts.delivery.LoggedIn;
import dev.parley.contracts.delivery.SshKey;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshKeyTest {
  private static final String PASSWORD = "wonderland 1";

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void registerAlice() {
    scene = new Scene(folder);
    scene.ask(scene.requests.register("alice", PASSWORD));
  }

  private Outcome add(String key, String name) {
    return scene.ask(scene.requests.addKey("alice", key, name));
  }

  private List<SshKey> keys() {
    KeyList list = (KeyList) scene.ask(scene.requests.listKeys("alice")).reply();
    return list.keys();
  }

  @Test
  void listsWhatWasAdded() {
    // When
    Outcome outcome = add(Keys.ED25519, "laptop");

    // Then
    assertThat(outcome.deeds())
        .containsExactly(new Deed(AuditAction.KEY_ADDED, Keys.ED25519_FINGERPRINT));
    assertThat(keys())
        .containsExactly(
            new SshKey(
                "ssh-ed25519", Keys.ED25519_FINGERPRINT, "laptop", scene.now.toEpochMilli()));
  }

  @Test
  void refusesAKeyThatIsNone() {
    // When
    Outcome outcome = add("ssh-ed25519 AAAA", "laptop");

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.BAD_KEY);
    assertThat(outcome.deeds()).isEmpty();
  }

  @Test
  void takesWhatDrivesATerminalOutOfAName() {
    // When
    add(Keys.ED25519, "my\u001b[2J laptop");

    // Then
    assertThat(keys()).extracting(SshKey::name).containsExactly("my[2J laptop");
  }

  @Test
  void refusesALongName() {
    assertThat(Scene.code(add(Keys.ED25519, "n".repeat(65)))).isEqualTo(ErrorCode.BAD_KEY);
  }

  @Test
  void logsInWithAKeyThatWasAdded() {
    // Given
    add(Keys.ED25519, "");

    // When
    Outcome outcome = scene.ask(scene.requests.loginWithKey("alice", Keys.ED25519));

    // Then
    assertThat(outcome.reply()).isInstanceOf(LoggedIn.class);
    assertThat(outcome.deeds())
        .containsExactly(new Deed(AuditAction.LOGGED_IN, Keys.ED25519_FINGERPRINT));
    assertThat(scene.ask(scene.requests.checkKey("alice", Keys.ED25519)).reply())
        .isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "nobody"})
  void tellsAWrongKeyAndAnUnknownAccountApartByNothing(String account) {
    // Given
    add(Keys.ED25519, "");

    // When
    Outcome login = scene.ask(scene.requests.loginWithKey(account, Keys.ECDSA_P256));
    Outcome check = scene.ask(scene.requests.checkKey(account, Keys.ECDSA_P256));

    // Then
    assertThat(Scene.code(login)).isEqualTo(ErrorCode.BAD_CREDENTIALS);
    assertThat(Scene.code(check)).isEqualTo(ErrorCode.BAD_CREDENTIALS);
    assertThat(login.actions()).containsExactly(AuditAction.LOGIN_FAILED);
    assertThat(check.deeds()).isEmpty();
  }

  @Test
  void letsAKeyInWhilePasswordsAreLocked() {
    // Given
    add(Keys.ED25519, "");
    for (int i = 0; i < 3; i++) {
      scene.ask(scene.requests.login("alice", "wrong"));
    }

    // When
    Outcome outcome = scene.ask(scene.requests.loginWithKey("alice", Keys.ED25519));

    // Then
    assertThat(outcome.reply()).isInstanceOf(LoggedIn.class);
  }

  @Test
  void forgetsAKeyThatWasRemoved() {
    // Given
    add(Keys.ED25519, "");

    // When
    Outcome removed = scene.ask(scene.requests.removeKey("alice", Keys.ED25519_FINGERPRINT));

    // Then
    assertThat(removed.actions()).containsExactly(AuditAction.KEY_REMOVED);
    assertThat(keys()).isEmpty();
    assertThat(Scene.code(scene.ask(scene.requests.loginWithKey("alice", Keys.ED25519))))
        .isEqualTo(ErrorCode.BAD_CREDENTIALS);
  }

  @Test
  void refusesToRemoveAKeyThatIsNotThere() {
    assertThat(Scene.code(scene.ask(scene.requests.removeKey("alice", "SHA256:none"))))
        .isEqualTo(ErrorCode.BAD_KEY);
  }

  @Test
  void letsTwoAccountsHaveOneKey() {
    // Given
    scene.ask(scene.requests.register("bob", PASSWORD));
    add(Keys.ED25519, "");

    // When
    scene.ask(scene.requests.addKey("bob", Keys.ED25519, ""));

    // Then
    assertThat(scene.ask(scene.requests.loginWithKey("bob", Keys.ED25519)).reply())
        .isInstanceOfSatisfying(
            LoggedIn.class, loggedIn -> assertThat(loggedIn.account()).isEqualTo("bob"));
  }
}

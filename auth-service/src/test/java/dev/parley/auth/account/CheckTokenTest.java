package dev.parley.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Outcome;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.CheckToken;
import dev.parley.contracts.delivery.Done;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTokenTest {
  @TempDir Path folder;
  private Scene scene;
  private long registeredAt;

  @BeforeEach
  void registerAlice() {
    scene = new Scene(folder);
    scene.now = scene.now.plusMillis(900);
    scene.ask(scene.requests.register("alice", "wonderland 1"));
    registeredAt = scene.now.getEpochSecond();
  }

  @Test
  void findsATokenGoodThatIsAsOldAsTheAccount() {
    // Given
    CheckToken request = scene.requests.checkToken("alice", registeredAt);

    // When
    Outcome outcome = scene.ask(request);

    // Then
    assertThat(outcome).isEqualTo(Outcome.done(request.replyTo()));
    assertThat(outcome.reply()).isInstanceOf(Done.class);
  }

  @Test
  void refusesATokenThatIsOlderThanTheAccount() {
    // When
    Outcome outcome = scene.ask(scene.requests.checkToken("alice", registeredAt - 1));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.BAD_CREDENTIALS);
  }

  @Test
  void refusesATokenOfAnAccountThatDoesNotExist() {
    // When
    Outcome outcome = scene.ask(scene.requests.checkToken("nobody", registeredAt));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.BAD_CREDENTIALS);
  }

  @Test
  void refusesATokenOfANameThatNobodyCanHave() {
    // When
    Outcome outcome = scene.ask(scene.requests.checkToken("NOBODY", registeredAt));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.BAD_CREDENTIALS);
  }
}

package dev.parley.gateway.door.ssh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.PresenceRequest;
import dev.parley.gateway.request.Target;
import org.junit.jupiter.api.Test;

class TypedLinesTest {
  private final TypedLines lines = new TypedLines();

  @Test
  void takesCommandsWithAndWithoutASlashWhileThereIsNoConversation() {
    assertThat(lines.read("whoelse")).isEqualTo(new Typed.Ask(new PresenceRequest.WhoElse()));
    assertThat(lines.read("/whoelse")).isEqualTo(new Typed.Ask(new PresenceRequest.WhoElse()));
  }

  @Test
  void asksToWhomTextIsThatIsNoCommandWhileThereIsNoConversation() {
    assertThat(((Typed.Word) lines.read("hello, who is here?")).said())
        .contains("/to @user", "/help");
    assertThat(lines.read("@bob hello")).isInstanceOf(Typed.Ask.class);
    assertThat(lines.read("Whoelse")).isInstanceOf(Typed.Ask.class);
  }

  @Test
  void sendsPlainTextToTheCurrentConversation() {
    // Given
    assertThat(lines.read("/to #team")).isEqualTo(new Typed.Nothing());

    // Then
    assertThat(lines.prompt()).isEqualTo("#team> ");
    assertThat(lines.read("whoelse is here?")).isEqualTo(toTeam("whoelse is here?"));
    assertThat(lines.read("//me waves \\n")).isEqualTo(toTeam("/me waves \\n"));
    assertThat(lines.read("two\nlines")).isEqualTo(toTeam("two\nlines"));
    assertThat(lines.read("/whoelse")).isEqualTo(new Typed.Ask(new PresenceRequest.WhoElse()));
  }

  @Test
  void goesNowhereAgain() {
    // Given
    lines.read("/to @bob");

    // When
    lines.read("/to");

    // Then
    assertThat(lines.prompt()).isEqualTo("> ");
    assertThat(lines.read("//x")).isInstanceOf(Typed.Word.class);
  }

  @Test
  void saysHowATargetIsNamed() {
    assertThat(lines.read("/to bob")).isInstanceOf(Typed.Word.class);
    assertThat(lines.prompt()).isEqualTo("> ");
  }

  @Test
  void knowsItsOwnCommands() {
    assertThat(lines.read("/plain")).isEqualTo(new Typed.Plain());
    assertThat(((Typed.Word) lines.read("/help")).said()).contains("/to", "whoelse", "history");
    assertThat(lines.read("   ")).isEqualTo(new Typed.Nothing());
  }

  private static Typed toTeam(String text) {
    return new Typed.Ask(new MessageRequest.SendMessage(new Target.Group("#team"), text, false));
  }
}

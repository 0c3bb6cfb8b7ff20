package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Texts meant to run, to load or to break something, written at a door that does not mind.
@InBrowser
final class HostileTextIT {
  private static final String PASSWORD = "correct-horse-of-mallory";

  private static final List<String> TEXTS =
      List.of(
          "<script>window.hit=1</script>",
          "<img src=x onerror='window.hit=1'>",
          "<svg/onload=window.hit=1>",
          "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
          "[click](javascript:window.hit=1)",
          "[click](data:text/html,<script>window.hit=1</script>)",
          "![picture](https://evil.example/beacon.png)",
          "<style>*{display:none}</style>",
          "<link rel=stylesheet href=https://evil.example/x.css>",
          "<p style='position:fixed;inset:0;background:url(https://evil.example/x)'>x</p>",
          "<a href='https://evil.example' style='position:fixed;inset:0'>x</a>",
          "[x]: javascript:window.hit=1",
          "```html\\n<script>window.hit=1</script>\\n```",
          "$\\\\href{javascript:window.hit=1}{x}$",
          "\u202Eevil\u202C \u200B\u200D\uFEFF",
          "e" + "\u0301".repeat(3_900),
          ">".repeat(3_900) + " deep",
          "[".repeat(3_900),
          "*".repeat(3_900),
          "x".repeat(3_900));

  @Test
  void runsLoadsAndBreaksNothing(Visitors visitors, ParleyStack stack) {
    // Given
    ChatPage alice = visitors.register("alice");
    List<String> foreign = new ArrayList<>();
    List<String> dialogs = new ArrayList<>();
    alice
        .page()
        .onRequest(request -> {
          if (!request.url().startsWith(stack.web().toString())) {
            foreign.add(request.url());
          }
        });
    alice
        .page()
        .onDialog(dialog -> {
          dialogs.add(dialog.message());
          dialog.dismiss();
        });
    String mallory = Visitors.unique("mallory");

    // When
    try (LineClient client = LineClient.open(stack.tcp())) {
      client.ask("register " + mallory + " " + PASSWORD);
      client.ask("login " + mallory + " " + PASSWORD);
      TEXTS.forEach(text -> client.ask("message " + alice.handle() + " " + text));
      client.ask("message " + alice.handle() + " the last of all");
    }
    alice.openConversation("@" + mallory);

    // Then
    eventually(alice.message("the last of all")).isVisible();
    alice.log().press("Home");
    alice.log().evaluate("log => log.scrollTo(0, 0)");
    eventually(alice.message("window.hit=1").first()).isVisible();
    assertThat(alice.page().evaluate("window.hit")).isNull();
    assertThat(foreign).isEmpty();
    assertThat(dialogs).isEmpty();
    assertKeepsItsPlace(alice, 1280);
    alice.page().setViewportSize(360, 640);
    alice.button("Back to the conversations").click();
    alice.conversations().getByText(mallory).click();
    eventually(alice.message("the last of all")).isVisible();
    assertKeepsItsPlace(alice, 360);
    alice.log().evaluate("log => log.scrollTo(0, 0)");
    eventually(alice.message("window.hit=1").first()).isVisible();
    assertKeepsItsPlace(alice, 360);
    assertThat(alice.page().evaluate("window.hit")).isNull();
    alice.say("the page still works");
  }

  /// Neither the page nor the log is wider than it was, and no message reaches over another one.
  private static void assertKeepsItsPlace(ChatPage page, int width) {
    assertThat((int) page.page().evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    assertThat((boolean) page.log().evaluate("log => log.scrollWidth <= log.clientWidth")).isTrue();
    assertThat((List<?>) page.log().evaluate(OVERLAPS)).isEmpty();
  }

  /// Each row is as high as what is drawn of its text.
  private static final String OVERLAPS =
      """
      log => [...log.querySelectorAll('article[data-seq]')]
        .filter(article => {
          const box = article.getBoundingClientRect();
          return [...article.querySelectorAll('.body')].some(body => {
            const text = body.getBoundingClientRect();
            return text.bottom > box.bottom + 1 || text.right > box.right + 1;
          });
        })
        .map(article => article.dataset.seq)
      """;
}

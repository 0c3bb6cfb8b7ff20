package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;

@InBrowser
final class NotificationIT {
  /// Chromium without a desktop shows none, so what the page asks for is written down, while nobody
  /// looks at it.
  private static final String LOOK_AWAY =
      """
      () => {
        const shown = [];
        window.shown = shown;
        window.Notification = class {
          static permission = Notification.permission;
          constructor(title, options) { shown.push(title + ': ' + options.body); }
          close() {}
        };
        document.hasFocus = () => false;
      }
      """;

  @Test
  void tellsOfWhatCallsForSomebodyAndOfNothingElse(Visitors visitors) {
    // Given
    ChatPage alice = visitors.register("alice");
    ChatPage bob =
        visitors.register(
            "bob",
            new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setPermissions(List.of("notifications")));
    assertThat(bob.page().evaluate("Notification.permission")).isEqualTo("granted");
    bob.page().evaluate(LOOK_AWAY);

    // When
    alice.openConversation("#lobby");
    alice.say("good morning everybody");
    alice.say("and you, @" + bob.handle());
    alice.openConversation("@" + bob.handle());
    alice.say("psst");

    // Then
    eventually(bob.conversations()).containsText(alice.handle());
    bob.page().waitForCondition(() -> shown(bob).size() >= 2);
    assertThat(shown(bob))
        .containsExactly(
            alice.handle() + " · #lobby: and you, @" + bob.handle(), alice.handle() + ": psst");
  }

  @SuppressWarnings("unchecked") // what is written down is an array of texts
  private static List<String> shown(ChatPage page) {
    return (List<String>) page.page().evaluate("window.shown");
  }
}

package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@InBrowser
final class PhoneIT {
  private static final int WIDTH = 360;

  @Test
  void fitsAPhone(Visitors visitors) {
    // Given
    ChatPage alice = onAPhone(visitors);

    // When
    alice.conversations().getByText("lobby").click();
    alice.say("a word of " + alice.handle() + " that is long: " + "m".repeat(300));

    // Then
    assertFits(alice, "conversation");
    for (String panel : new String[] {"Search", "Pinned messages", "Group settings"}) {
      alice.button(panel).click();
      eventually(alice.page().getByRole(AriaRole.COMPLEMENTARY)).isVisible();
      assertFits(alice, panel);
      close(alice);
    }
    alice.button("Back to the conversations").click();
    eventually(alice.conversations()).isInViewport();
    assertFits(alice, "list");
    for (String dialog : new String[] {"New group", "Find and join a group", "Write to somebody"}) {
      alice.button(dialog).click();
      eventually(alice.dialog(dialog)).isVisible();
      assertFits(alice, dialog);
      alice.dialog(dialog).getByRole(AriaRole.BUTTON, ChatPage.exactly("Close")).click();
    }
    alice.openSettings();
    assertFits(alice, "settings");
  }

  @Test
  void showsWhatWasOpenedFromAPanel(Visitors visitors) {
    // Given
    ChatPage bob = visitors.register("bob");
    ChatPage alice = onAPhone(visitors);

    // When somebody is written to from the people who are here
    alice.button("People").click();
    Locator panel = alice.page().getByRole(AriaRole.COMPLEMENTARY);
    panel.getByText(bob.handle(), new Locator.GetByTextOptions().setExact(true)).click();
    alice
        .dialog(bob.handle())
        .getByRole(AriaRole.BUTTON, ChatPage.exactly("Write a message"))
        .click();

    // Then the conversation is there, and nothing before it
    eventually(panel).isHidden();
    Locator message = alice.say("meet me under the clock");

    // When a message is pinned by a tap, and found among the pinned ones
    message.tap();
    message.getByRole(AriaRole.BUTTON, ChatPage.exactly("Pin")).tap();
    alice.button("Pinned messages").click();
    panel.getByText("under the clock").click();

    // Then
    eventually(panel).isHidden();
    eventually(alice.message("under the clock")).isInViewport();
  }

  private static ChatPage onAPhone(Visitors visitors) {
    return visitors.register(
        "alice", new Browser.NewContextOptions().setViewportSize(WIDTH, 640).setHasTouch(true));
  }

  private static void close(ChatPage page) {
    page.page()
        .getByRole(AriaRole.COMPLEMENTARY)
        .getByRole(AriaRole.BUTTON, ChatPage.exactly("Close"))
        .click();
  }

  private static void assertFits(ChatPage page, String screen) {
    assertThat((int) page.page().evaluate(WIDEST)).as(screen).isLessThanOrEqualTo(WIDTH);
  }

  /// The right edge of what stands out furthest, of all that is shown and can be used.
  private static final String WIDEST =
      """
      Math.ceil(Math.max(document.documentElement.scrollWidth,
        ...[...document.querySelectorAll('button, input, textarea, select, h1, h2, article')]
          .filter(it => it.checkVisibility({ visibilityProperty: true }))
          .filter(it => !it.closest('.visually-hidden'))
          .map(it => it.getBoundingClientRect().right)))
      """;
}

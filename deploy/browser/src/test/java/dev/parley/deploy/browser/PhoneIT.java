package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

@InBrowser
final class PhoneIT {
  private static final int WIDTH = 360;

  @Test
  void fitsAPhone(Visitors visitors) {
    // Given
    ChatPage alice =
        visitors.register(
            "alice", new Browser.NewContextOptions().setViewportSize(WIDTH, 640).setHasTouch(true));

    // When
    alice.conversations().getByText("lobby").click();
    alice.say("a word of " + alice.handle() + " that is long: " + "m".repeat(300));

    // Then
    assertThat(contentWidth(alice)).isLessThanOrEqualTo(WIDTH);
    alice.button("Back to the conversations").click();
    eventually(alice.conversations()).isInViewport();
    assertThat(contentWidth(alice)).isLessThanOrEqualTo(WIDTH);
  }

  private static int contentWidth(ChatPage page) {
    return (int) page.page().evaluate("document.documentElement.scrollWidth");
  }
}

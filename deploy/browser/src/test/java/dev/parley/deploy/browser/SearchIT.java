package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import org.junit.jupiter.api.Test;

@InBrowser
final class SearchIT {
  private static final String PASSWORD = "correct-horse-of-dora";
  private static final int MESSAGES_BEHIND = 70;

  @Test
  void findsAnOldMessageAndJumpsToItsPlace(Visitors visitors, ParleyStack stack) {
    // Given
    ChatPage alice = visitors.register("alice");
    String dora = Visitors.unique("dora");
    try (LineClient client = LineClient.open(stack.tcp())) {
      client.ask("register " + dora + " " + PASSWORD);
      client.ask("login " + dora + " " + PASSWORD);
      client.ask("message " + alice.handle() + " the aardvark is under the stairs");
      for (int i = 0; i < MESSAGES_BEHIND; i++) {
        client.ask("message " + alice.handle() + " filler number " + i);
      }
    }
    alice.openConversation("@" + dora);
    alice.page().getByText("Jump to latest").click();
    eventually(alice.message("filler number " + (MESSAGES_BEHIND - 1))).isVisible();

    // When
    alice.button("Search").click();
    Locator box = alice.page().getByRole(AriaRole.SEARCHBOX);
    Locator hit = alice.page().getByRole(AriaRole.COMPLEMENTARY).getByText("under the stairs");
    box.fill("aardvark from:" + dora);
    // A message can be found a moment after it was written.
    ChatPage.untilVisible(hit, () -> box.press("Enter"));
    hit.click();

    // Then
    eventually(alice.message("the aardvark is under the stairs")).isInViewport();
  }
}

package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@InBrowser
final class KeyboardIT {

  @Test
  void needsNoMouse(Visitors visitors) {
    // Given
    ChatPage bob = visitors.register("bob");
    ChatPage alice = visitors.register("alice");
    Keyboard keys = alice.page().keyboard();

    // When
    keys.press("Control+k");
    keys.type("@" + bob.handle());
    keys.press("Enter");
    eventually(alice.page().getByRole(AriaRole.HEADING, ChatPage.named("@" + bob.handle())))
        .isVisible();
    eventually(alice.composer()).isFocused();
    keys.type("no mouse");
    keys.press("Enter");

    // Then
    eventually(alice.message("no mouse")).isVisible();
    keys.press("Alt+ArrowUp");
    eventually(alice.page().getByRole(AriaRole.HEADING, ChatPage.named("#lobby"))).isVisible();
    keys.press("Alt+ArrowDown");
    eventually(alice.message("no mouse")).isVisible();
  }

  @Test
  void listsItsKeysAndClosesTheListWithEscape(Visitors visitors) {
    // Given
    ChatPage alice = visitors.register("alice");

    // When
    alice.page().keyboard().press("Control+/");

    // Then
    eventually(alice.dialog("Keys and commands")).isVisible();
    alice.page().keyboard().press("Escape");
    eventually(alice.dialog("Keys and commands")).isHidden();
  }
}

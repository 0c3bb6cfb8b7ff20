package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;
import static dev.parley.deploy.browser.ChatPage.exactly;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/// Nothing here touches a mouse, or sets a focus otherwise than by keys.
@InBrowser
final class KeyboardIT {
  private static final int MOST_TABS = 60;

  @Test
  void signsUpMakesAGroupAndFindsIt(Visitors visitors) {
    // Given
    ChatPage bob = visitors.register("bob");
    ChatPage alice = visitors.open(new Browser.NewContextOptions().setViewportSize(1280, 800));
    Page page = alice.page();
    Keyboard keys = page.keyboard();

    // When
    tabTo(page, alice.button("Create account"));
    keys.press("Enter");
    eventually(page.getByText("Create an account")).isVisible();
    tabTo(page, page.getByLabel("Name"));
    keys.type(Visitors.unique("alice"));
    tabTo(page, page.getByLabel("Password"));
    keys.type(alice.password());
    keys.press("Enter");
    alice.awaitSignedIn();
    String group = Visitors.unique("keys");
    tabTo(page, alice.button("New group"));
    keys.press("Enter");
    eventually(alice.dialog("New group").getByLabel("Name of the group")).isFocused();
    keys.type(group);
    tabTo(page, alice.dialog("New group").getByLabel("People"));
    keys.type(bob.handle());
    keys.press("Enter");

    // Then
    eventually(page.getByRole(AriaRole.HEADING, ChatPage.named("#" + group))).isVisible();
    eventually(alice.composer()).isFocused();
    eventually(bob.conversations()).containsText(group);
  }

  @Test
  void doesEverythingToMessages(Visitors visitors) {
    // Given
    ChatPage bob = visitors.register("bob");
    ChatPage alice = visitors.register("alice");
    Page page = alice.page();
    Keyboard keys = page.keyboard();
    keys.press("Control+k");
    keys.type("@" + bob.handle());
    keys.press("Enter");
    eventually(page.getByRole(AriaRole.HEADING, ChatPage.named("@" + bob.handle()))).isVisible();
    eventually(alice.composer()).isFocused();
    keys.type("no mouse");
    keys.press("Enter");
    Locator message = alice.message("no mouse").first();
    eventually(message).isVisible();

    // When it is chosen, reacted to, and pinned
    tabTo(page, alice.log());
    keys.press("ArrowUp");
    eventually(message).isFocused();
    keys.press("+");
    eventually(page.getByRole(AriaRole.SEARCHBOX)).isFocused();
    keys.type("tada");
    eventually(message.getByRole(AriaRole.BUTTON, exactly("tada"))).isVisible();
    keys.press("Enter");

    // Then the focus is back on it
    eventually(message.getByRole(AriaRole.BUTTON, exactly("🎉 by " + alice.handle()))).isVisible();
    eventually(message).isFocused();
    keys.press("p");
    eventually(message.getByText("Pinned")).isAttached();

    // When it is answered, and the answer edited and deleted by the buttons that Tab leads to
    keys.press("r");
    eventually(alice.composer()).isFocused();
    keys.type("an answer");
    keys.press("Enter");
    Locator answer = alice.message("an answer");
    eventually(answer).isVisible();
    keys.press("ArrowUp");
    eventually(alice.composer()).hasValue("an answer");
    keys.type(", edited");
    keys.press("Enter");
    eventually(answer.getByRole(AriaRole.BUTTON, exactly("edited"))).isVisible();
    tabTo(page, alice.log());
    keys.press("ArrowUp");
    eventually(answer).isFocused();
    tabTo(page, answer.getByRole(AriaRole.BUTTON, exactly("Delete")));
    keys.press("Enter");
    Locator sure = alice.dialog("Delete this message?");
    tabTo(page, sure.getByRole(AriaRole.BUTTON, exactly("Delete")));
    keys.press("Enter");

    // Then
    eventually(alice.log()).containsText("This message was deleted.");
    eventually(bob.conversations()).containsText(alice.handle());
  }

  @Test
  void goesFromConversationToConversation(Visitors visitors) {
    // Given
    ChatPage bob = visitors.register("bob");
    ChatPage alice = visitors.register("alice");
    Page page = alice.page();
    Keyboard keys = page.keyboard();
    bob.openConversation("@" + alice.handle());
    bob.say("over here");
    eventually(alice.conversations()).containsText("1 unread message");

    // When, Then
    keys.press("Alt+Shift+ArrowDown");
    eventually(page.getByRole(AriaRole.HEADING, ChatPage.named("@" + bob.handle()))).isVisible();
    keys.press("Alt+ArrowUp");
    eventually(page.getByRole(AriaRole.HEADING, ChatPage.named("#lobby"))).isVisible();
    keys.press("Alt+ArrowDown");
    eventually(alice.message("over here")).isVisible();
    keys.press("Control+Shift+F");
    eventually(page.getByRole(AriaRole.SEARCHBOX)).isFocused();
    keys.press("Escape");
    eventually(page.getByRole(AriaRole.COMPLEMENTARY)).isHidden();
    keys.press("Control+/");
    eventually(alice.dialog("Keys and commands")).isVisible();
    keys.press("Escape");
    eventually(alice.dialog("Keys and commands")).isHidden();
  }

  /// Presses Tab until it has led there.
  private static void tabTo(Page page, Locator wanted) {
    eventually(wanted.first()).isVisible();
    for (int i = 0; i < MOST_TABS && !isFocused(wanted); i++) {
      page.keyboard().press("Tab");
    }
    eventually(wanted.first()).isFocused();
  }

  private static boolean isFocused(Locator wanted) {
    return (boolean) wanted.first().evaluate("it => it === document.activeElement");
  }
}

package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;
import static dev.parley.deploy.browser.ChatPage.exactly;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@InBrowser
final class ChangesIT {

  @Test
  void editsTheLastMessageFromTheEmptyBox(Visitors visitors) {
    // Given
    ChatPage alice = visitors.register("alice");
    ChatPage bob = visitors.register("bob");
    meet(alice, bob);
    alice.say("see you at nine");
    eventually(bob.message("see you at nine")).isVisible();

    // When
    alice.composer().press("ArrowUp");
    eventually(alice.composer()).hasValue("see you at nine");
    alice.write("see you at ten");

    // Then
    eventually(bob.message("see you at ten")).hasCount(1);
    eventually(bob.message("see you at nine")).hasCount(0);
    bob.message("see you at ten").getByRole(AriaRole.BUTTON, exactly("edited")).click();
    eventually(bob.page().getByRole(AriaRole.COMPLEMENTARY)).containsText("see you at nine");
  }

  @Test
  void leavesATombstoneOfADeletedMessage(Visitors visitors) {
    // Given
    ChatPage alice = visitors.register("alice");
    ChatPage bob = visitors.register("bob");
    meet(alice, bob);
    Locator message = alice.say("not for you");
    eventually(bob.message("not for you")).isVisible();

    // When
    action(message, "Delete");
    alice.dialog("Delete this message?").getByRole(AriaRole.BUTTON, exactly("Delete")).click();

    // Then
    eventually(bob.message("This message was deleted.")).hasCount(1);
    eventually(bob.message("not for you")).hasCount(0);
  }

  @Test
  void showsReactionsRepliesAndPinsToBoth(Visitors visitors) {
    // Given
    ChatPage alice = visitors.register("alice");
    ChatPage bob = visitors.register("bob");
    meet(alice, bob);
    alice.say("shall we ship");
    Locator question = bob.message("shall we ship").first();
    eventually(question).isVisible();

    // When bob reacts, replies and pins
    action(question, "React");
    question.getByRole(AriaRole.BUTTON, exactly("tada")).click();
    action(question, "Reply");
    bob.say("yes, today");
    action(question, "Pin");

    // Then alice sees all of it
    eventually(
            alice
                .message("shall we ship")
                .first()
                .getByRole(
                    AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("by " + bob.handle())))
        .isVisible();
    eventually(alice.message("yes, today")).containsText("shall we ship");
    alice.button("Pinned messages").click();
    eventually(alice.page().getByRole(AriaRole.COMPLEMENTARY)).containsText("shall we ship");
  }

  private static void meet(ChatPage one, ChatPage other) {
    one.openConversation("@" + other.handle());
    other.openConversation("@" + one.handle());
  }

  private static void action(Locator message, String label) {
    message.hover();
    message.getByRole(AriaRole.BUTTON, exactly(label)).first().click();
  }
}

package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@InBrowser
final class GroupIT {

  @Test
  void livesFromItsFoundingToTheLastFarewell(Visitors visitors) {
    // Given
    ChatPage alice = visitors.register("alice");
    ChatPage bob = visitors.register("bob");
    ChatPage carol = visitors.register("carol");
    String group = Visitors.unique("lab");

    // When alice makes it with bob
    alice.button("New group").click();
    Locator dialog = alice.dialog("New group");
    dialog.getByLabel("Name of the group").fill(group);
    dialog.getByLabel("People").fill(bob.handle());
    dialog.getByRole(AriaRole.BUTTON, ChatPage.exactly("Create")).click();

    // Then both are in it
    eventually(alice.page().getByRole(AriaRole.HEADING, ChatPage.named("#" + group))).isVisible();
    eventually(bob.conversations()).containsText(group);
    alice.say("welcome");
    bob.openConversation("#" + group);
    eventually(bob.message("welcome")).isVisible();

    // When carol is added, and bob leaves
    alice.write("/group add " + group + " " + carol.handle());
    eventually(carol.conversations()).containsText(group);
    bob.write("/group leave " + group);

    // Then carol reads what follows, bob does not
    eventually(bob.conversations()).not().containsText(group);
    alice.say("just us two");
    carol.openConversation("#" + group);
    eventually(carol.message("just us two")).isVisible();
  }
}

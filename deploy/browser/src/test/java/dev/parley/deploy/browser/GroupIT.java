package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.deploy.acceptance.stack.ParleyStack;
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

    // When carol leaves, too
    carol.button("Group settings").click();
    carol.button("Leave group").click();
    eventually(carol.dialog("Leave #" + group + "?")).isVisible();
    AccessibilityIT.check(carol, "leave dialog");
    confirm(carol, "Leave #" + group + "?", "Leave");

    // Then
    eventually(carol.conversations()).not().containsText(group);
  }

  @Test
  void moderatorsActOnWhatOthersWriteAndNobodyElse(Visitors visitors, ParleyStack stack) {
    // Given
    ChatPage mira = visitors.register("mira");
    ChatPage paul = visitors.register("paul");
    ParleyStack.Command role = stack.parley("admin", "role", mira.handle(), "moderator");
    assertThat(role.code()).as(role.toString()).isZero();
    eventually(mira.page().getByText("Sign in to Parley")).isVisible();
    mira.signIn();
    mira.awaitSignedIn();
    String group = Visitors.unique("yard");
    mira.write("/create group " + group + " " + paul.handle());
    eventually(mira.page().getByRole(AriaRole.HEADING, ChatPage.named("#" + group))).isVisible();
    mira.say("be kind");
    paul.openConversation("#" + group);
    paul.say("not kind at all");

    // When a member points at what the moderator wrote, and opens the group's settings
    paul.message("be kind").hover();

    // Then only what members may do is offered
    eventually(paul.button("Reply")).isVisible();
    eventually(paul.button("Delete")).isHidden();
    paul.button("Group settings").click();
    eventually(paul.button("Remove " + mira.handle())).isVisible();
    eventually(paul.button("Mute " + mira.handle() + " in #" + group)).isHidden();

    // When the moderator withdraws the message and mutes its author
    mira.message("not kind").hover();
    mira.button("Delete").click();
    confirm(mira, "Delete this message?", "Delete");
    eventually(paul.log()).containsText("This message was deleted.");
    mira.button("Group settings").click();
    mira.button("Mute " + paul.handle() + " in #" + group).click();
    eventually(mira.dialog("Mute " + paul.handle())).isVisible();
    AccessibilityIT.check(mira, "mute dialog");
    confirm(mira, "Mute " + paul.handle() + " in #" + group + "?", "Mute");

    // Then all see it, and the muted member keeps what it could not send
    eventually(paul.log()).containsText(mira.handle() + " muted " + paul.handle() + " until");
    paul.write("but listen");
    eventually(paul.log()).containsText("You are muted here");
    AccessibilityIT.check(mira, "group settings of a moderator");

    // When it is unmuted, and removed
    mira.button("Unmute " + paul.handle() + " in #" + group).click();
    eventually(paul.log()).containsText(mira.handle() + " unmuted " + paul.handle());
    paul.log().getByRole(AriaRole.BUTTON, ChatPage.exactly("Try again")).click();
    eventually(mira.message("but listen")).isVisible();
    mira.button("Remove " + paul.handle()).click();
    confirm(mira, "Remove " + paul.handle() + " from #" + group + "?", "Remove");

    // Then the group is gone from the other's list
    eventually(paul.conversations()).not().containsText(group);
  }

  @Test
  void keysAreKeptInTheSettings(Visitors visitors) {
    // Given
    ChatPage nora = visitors.register("nora");
    nora.openSettings();

    // When
    SshKeys.add(nora);
    nora.page().keyboard().press("Escape");
    nora.openSettings();

    // Then
    eventually(nora.dialog("Settings")).containsText("my laptop");
    SshKeys.button(nora, "Remove the key my laptop").click();
    SshKeys.button(nora, "Remove").click();
    eventually(nora.dialog("Settings")).not().containsText(SshKeys.FINGERPRINT);
  }

  private static void confirm(ChatPage page, String title, String action) {
    page.dialog(title).getByRole(AriaRole.BUTTON, ChatPage.exactly(action)).click();
    eventually(page.dialog(title)).isHidden();
  }
}

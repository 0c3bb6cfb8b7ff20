package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;

import org.junit.jupiter.api.Test;

@InBrowser
final class TalkIT {

  @Test
  void showsBothPeopleTheSameConversation(Visitors visitors) {
    // Given
    ChatPage alice = visitors.register("alice");
    ChatPage bob = visitors.register("bob");
    alice.openConversation("@" + bob.handle());

    // When
    alice.say("hello bob");
    bob.openConversation("@" + alice.handle());
    bob.say("hello alice");

    // Then
    eventually(bob.message("hello bob")).isVisible();
    eventually(alice.message("hello alice")).isVisible();
  }

  @Test
  void countsWhatIsUnreadUntilItWasSeen(Visitors visitors) {
    // Given
    ChatPage alice = visitors.register("alice");
    ChatPage bob = visitors.register("bob");
    alice.openConversation("@" + bob.handle());

    // When
    alice.say("one");
    alice.say("two");

    // Then
    eventually(bob.conversations()).containsText("2 unread messages");
    bob.openConversation("@" + alice.handle());
    eventually(bob.message("two")).isVisible();
    eventually(bob.conversations()).not().containsText("unread message");
  }

  @Test
  void givesWhoWasAwayWhatItMissed(Visitors visitors) {
    // Given
    ChatPage alice = visitors.register("alice");
    ChatPage bob = visitors.register("bob");
    alice.openConversation("@" + bob.handle());
    alice.say("while you are here");
    eventually(bob.conversations()).containsText("1 unread message");
    bob.signOut();

    // When
    alice.say("while you are away");
    bob.signIn();
    bob.awaitSignedIn();
    bob.openConversation("@" + alice.handle());

    // Then
    eventually(bob.message("while you are here")).hasCount(1);
    eventually(bob.message("while you are away")).hasCount(1);
  }

  @Test
  void keepsLinesAndShowsMarkup(Visitors visitors) {
    // Given
    ChatPage alice = visitors.register("alice");
    alice.openConversation("#lobby");

    // When
    alice.composer().fill("");
    alice.composer().pressSequentially("**bold**");
    alice.composer().press("Shift+Enter");
    alice.composer().pressSequentially("second line of " + alice.handle());
    alice.composer().press("Enter");

    // Then
    eventually(alice.message("second line of " + alice.handle()).locator("strong")).hasText("bold");
  }

  @Test
  void showsThatTheOtherIsTyping(Visitors visitors) {
    // Given
    ChatPage alice = visitors.register("alice");
    ChatPage bob = visitors.register("bob");
    alice.openConversation("@" + bob.handle());
    alice.say("hello");
    bob.openConversation("@" + alice.handle());
    eventually(bob.message("hello")).isVisible();

    // When, Then: a notice is sent every 3 s at most
    ChatPage.untilVisible(
        bob.page().getByText(alice.handle() + " is typing"), () -> alice.composer().press("x"));
  }
}

package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InBrowser
final class AccessibilityIT {
  /// After three of them the fourth is told that the account is locked.
  private static final int WRONG_PASSWORDS = 4;

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void hasNoGraveFindingOnAnyScreen(ColorScheme theme, Visitors visitors) {
    ChatPage bob = visitors.register("bob");
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(theme);
    ChatPage alice = visitors.open(options);
    check(alice, "sign in");
    alice.button("Create account").click();
    check(alice, "create an account");
    alice.button("Sign in").click();
    alice.register(Visitors.unique("alice"));
    check(alice, "lobby");

    alice.openConversation("@" + bob.handle());
    alice.say("hello");
    alice.write("**bold**, `code`, https://example.org, > quote and @" + bob.handle());
    eventually(alice.message("bold")).isVisible();
    check(alice, "conversation");

    for (String panel : new String[] {"People", "Search", "Pinned messages"}) {
      alice.button(panel).click();
      eventually(alice.page().getByRole(AriaRole.COMPLEMENTARY, ChatPage.named(panel))).isVisible();
      check(alice, panel);
    }
    alice.openConversation("#lobby");
    alice.button("Group settings").click();
    eventually(alice.page().getByRole(AriaRole.COMPLEMENTARY, ChatPage.named("Group settings")))
        .isVisible();
    check(alice, "group settings");

    for (String dialog : new String[] {"New group", "Find and join a group", "Write to somebody"}) {
      alice.button(dialog).click();
      eventually(alice.dialog(dialog)).isVisible();
      check(alice, dialog);
      alice.page().keyboard().press("Escape");
      eventually(alice.dialog(dialog)).isHidden();
    }
    alice.openSettings();
    check(alice, "settings");
    SshKeys.add(alice);
    SshKeys.button(alice, "Remove the key my laptop").click();
    check(alice, "settings, removing a key");
    alice.page().keyboard().press("Escape");
    alice.page().keyboard().press("Control+/");
    eventually(alice.dialog("Keys and commands")).isVisible();
    check(alice, "keys");
    alice.page().keyboard().press("Escape");
    checkMessages(alice, bob);
    checkPeople(alice, bob);
    checkEnds(alice, bob, options, visitors);
  }

  /// What can be done to messages, and what shows it.
  private static void checkMessages(ChatPage alice, ChatPage bob) {
    alice.openConversation("@" + bob.handle());
    alice.say("a mistkae");
    alice.composer().press("ArrowUp");
    eventually(alice.composer()).hasValue("a mistkae");
    check(alice, "editing");
    alice.write("a mistake");
    alice.write("```java\nreturn 1; // one\n```");
    eventually(alice.page().locator(".hljs-keyword").first()).isVisible();
    check(alice, "code");
    Locator message = alice.message("a mistake").first();
    message.getByRole(AriaRole.BUTTON, ChatPage.exactly("edited")).click();
    eventually(alice.page().getByRole(AriaRole.COMPLEMENTARY)).containsText("a mistkae");
    check(alice, "edit history");
    message.hover();
    message.getByRole(AriaRole.BUTTON, ChatPage.exactly("Way")).click();
    eventually(alice.page().getByRole(AriaRole.COMPLEMENTARY)).containsText("In the log");
    check(alice, "way");
    message.hover();
    message.getByRole(AriaRole.BUTTON, ChatPage.exactly("React")).click();
    eventually(alice.page().getByLabel("Find an emoji")).isVisible();
    check(alice, "reactions");
    message.getByRole(AriaRole.BUTTON, ChatPage.exactly("tada")).click();
    message.hover();
    message.getByRole(AriaRole.BUTTON, ChatPage.exactly("Reply")).click();
    alice.composer().fill("@");
    eventually(alice.page().getByRole(AriaRole.OPTION, ChatPage.named("@" + bob.handle())))
        .isVisible();
    check(alice, "answer with suggestions");
    alice.write("an answer");
    message.hover();
    message.getByRole(AriaRole.BUTTON, ChatPage.exactly("Delete")).click();
    eventually(alice.dialog("Delete this message?")).isVisible();
    check(alice, "deletion");
    alice
        .dialog("Delete this message?")
        .getByRole(AriaRole.BUTTON, ChatPage.exactly("Delete"))
        .click();
    eventually(alice.log()).containsText("This message was deleted.");
    alice.composer().fill("/dance");
    alice.composer().press("Enter");
    eventually(alice.page().getByText("There is no command")).isVisible();
    check(alice, "tombstone, answer and a word about a command");
    alice.composer().fill("");
  }

  private static void checkPeople(ChatPage alice, ChatPage bob) {
    alice.page().keyboard().press("Control+k");
    eventually(alice.page().getByRole(AriaRole.COMBOBOX)).isFocused();
    check(alice, "switcher");
    alice.page().keyboard().press("Escape");
    alice.button("Card of " + bob.handle()).click();
    eventually(alice.dialog(bob.handle())).isVisible();
    check(alice, "card");
    alice.page().keyboard().press("Escape");
    alice.button("Not encrypted").click();
    eventually(alice.dialog("Encryption with " + bob.handle())).containsText("not encrypted");
    check(alice, "encryption");
    alice.page().keyboard().press("Escape");
  }

  /// The screens at which one does not want to be.
  private static void checkEnds(
      ChatPage alice, ChatPage bob, Browser.NewContextOptions options, Visitors visitors) {
    ChatPage elsewhere = visitors.open(options);
    elsewhere.signInAs(alice);
    eventually(elsewhere.page().getByText("End the other session?")).isVisible();
    check(elsewhere, "question whether to end the other session");
    elsewhere.button("End it and sign in").click();
    elsewhere.awaitSignedIn();
    eventually(alice.page().getByText("Parley is open elsewhere")).isVisible();
    check(alice, "taken over");
    ChatPage forgetful = visitors.open(options);
    Locator locked = forgetful.page().getByText("Try again in");
    for (int i = 0; i < WRONG_PASSWORDS && !locked.isVisible(); i++) {
      forgetful.signInWith(bob.handle(), "not this one");
      eventually(forgetful.page().getByRole(AriaRole.ALERT)).isVisible();
    }
    eventually(locked).isVisible();
    check(forgetful, "locked");
  }

  static void check(ChatPage page, String screen) {
    var found =
        new AxeBuilder(page.page())
            .analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(AccessibilityIT::describe)
                .toList();
    assertThat(found).as("findings on the screen: " + screen).isEmpty();
  }

  private static String describe(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " at " + rule.getNodes().getFirst().getHtml();
  }
}

package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InBrowser
final class AccessibilityIT {
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void hasNoGraveFindingOnAnyScreen(ColorScheme theme, Visitors visitors) {
    ChatPage bob = visitors.register("bob");
    ChatPage alice =
        visitors.open(
            new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(theme));
    check(alice, "sign in");
    alice.register(Visitors.unique("alice"));
    check(alice, "lobby");

    alice.openConversation("@" + bob.handle());
    alice.say("hello");
    alice.write("**bold**, `code`, https://example.org, > quote and @" + bob.handle());
    eventually(alice.message("bold")).isVisible();
    check(alice, "conversation");

    for (String panel : new String[] {"People", "Search", "Pinned messages"}) {
      alice.button(panel).click();
      eventually(alice.page().getByRole(AriaRole.COMPLEMENTARY)).isVisible();
      check(alice, panel);
    }
    alice.openConversation("#lobby");
    alice.button("Group settings").click();
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

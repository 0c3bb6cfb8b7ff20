package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The pictures of the README. They go to `target/pictures`, or to the folder named by the system
/// property `parley.pictures`.
@InBrowser
final class PicturesIT {
  private static final Path FOLDER =
      Path.of(System.getProperty("parley.pictures", "target/pictures"));

  private static final String GROUP = "compilers";

  @Test
  void photographsTheMainScreens(Visitors visitors) {
    ChatPage ada = wide(visitors, ColorScheme.LIGHT);
    eventually(ada.page().getByText("Sign in to Parley")).isVisible();
    photograph(ada, "sign-in-light.png");
    ada.register("ada");
    ChatPage grace = wide(visitors, ColorScheme.DARK);
    grace.register("grace");
    ada.write("/create group " + GROUP + " " + grace.handle());
    eventually(ada.page().getByRole(AriaRole.HEADING, ChatPage.named("#" + GROUP))).isVisible();
    grace.openConversation("#lobby");
    grace.say("Good morning everybody!");
    grace.openConversation("@ada");
    grace.say("Do you have a minute after lunch?");
    grace.openConversation("#" + GROUP);
    talk(ada, grace);

    eventually(ada.message("Good catch")).isVisible();
    eventually(ada.page().locator("math")).isVisible();
    eventually(ada.page().locator(".hljs-keyword").first()).isVisible();
    photograph(ada, "conversation-light.png");
    ada.button("Group settings").click();
    Locator panel = ada.page().getByRole(AriaRole.COMPLEMENTARY);
    eventually(panel).containsText("grace");
    eventually(panel).containsText("2 members");
    photograph(ada, "group-light.png");

    ChatPage.untilVisible(
        grace.page().getByRole(AriaRole.COMPLEMENTARY).locator("mark").first(),
        () -> grace.write("/search parser from:grace"));
    photograph(grace, "search-dark.png");

    ChatPage alan =
        visitors.open(
            new Browser.NewContextOptions()
                .setViewportSize(390, 780)
                .setHasTouch(true)
                .setColorScheme(ColorScheme.DARK));
    alan.register("alan");
    ada.write("/group add " + GROUP + " alan");
    eventually(alan.conversations()).containsText(GROUP);
    photograph(alan, "phone-list-dark.png");
    alan.conversations().getByText(GROUP).click();
    eventually(alan.message("Ship it")).isVisible();
    // Math, code and emoji names load on first use.
    eventually(alan.page().locator("math")).isVisible();
    eventually(alan.page().locator(".hljs-keyword").first()).isVisible();
    photograph(alan, "phone-conversation-dark.png");
  }

  private static ChatPage wide(Visitors visitors, ColorScheme theme) {
    return visitors.open(
        new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(theme));
  }

  private static void talk(ChatPage ada, ChatPage grace) {
    ada.say("Did the nightly build pass?");
    grace.write("It did. The parser is **14 % faster** since we keep the tokens in one array:");
    eventually(ada.message("14 % faster")).isVisible();
    grace
        .composer()
        .fill("```java\nint kind = tokens[at] & 0xFF;\nreturn rules[kind].parse(at);\n```");
    grace.composer().press("Enter");
    eventually(ada.message("rules[kind]")).isVisible();
    ada.say("Ship it");
    ada.write("And the proof that it ends: $$\\sum_{k=1}^{n} \\frac{1}{2^k} < 1$$ :tada:");
    eventually(grace.message("And the proof")).isVisible();
    Locator shipping = grace.message("Ship it");
    shipping.hover();
    shipping.getByRole(AriaRole.BUTTON, ChatPage.exactly("React")).click();
    shipping.getByRole(AriaRole.BUTTON, ChatPage.exactly("rocket")).click();
    Locator proof = grace.message("And the proof");
    proof.hover();
    proof.getByRole(AriaRole.BUTTON, ChatPage.exactly("Reply")).click();
    grace.say("Good catch: without it @ada would never have believed me");
    ada.write("@grace can you write it up? See https://example.org/parsers");
    eventually(grace.message("can you write it up")).isVisible();
  }

  private static void photograph(ChatPage page, String name) {
    page.page().mouse().move(1, 1);
    page.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name)));
  }
}

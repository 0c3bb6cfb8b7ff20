package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;

import com.microsoft.playwright.Browser;
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

  @Test
  void photographsTheMainScreens(Visitors visitors) {
    ChatPage ada = visitors.register("ada");
    ChatPage grace = visitors.register("grace");
    String group = Visitors.unique("compilers");
    ada.button("New group").click();
    ada.dialog("New group").getByLabel("Name of the group").fill(group);
    ada.dialog("New group").getByLabel("People").fill(grace.handle());
    ada.dialog("New group").getByRole(AriaRole.BUTTON, ChatPage.exactly("Create")).click();
    eventually(ada.page().getByRole(AriaRole.HEADING, ChatPage.named("#" + group))).isVisible();
    grace.openConversation("#" + group);
    talk(ada, grace);

    eventually(ada.conversations()).not().containsText("unread message");
    photograph(ada, "conversation-light.png");
    ada.button("Group settings").click();
    eventually(ada.page().getByRole(AriaRole.COMPLEMENTARY)).containsText(grace.handle());
    eventually(ada.page().getByRole(AriaRole.COMPLEMENTARY)).containsText("2 members");
    photograph(ada, "group-light.png");

    ChatPage alan =
        visitors.register(
            "alan",
            new Browser.NewContextOptions()
                .setViewportSize(390, 780)
                .setHasTouch(true)
                .setColorScheme(ColorScheme.DARK));
    ada.write("/group add " + group + " " + alan.handle());
    eventually(alan.conversations()).containsText(group);
    photograph(alan, "phone-list-dark.png");
    alan.conversations().getByText(group).click();
    eventually(alan.message("Ship it")).isVisible();
    // Math, code and emoji names load on first use.
    eventually(alan.page().locator("math")).isVisible();
    eventually(alan.page().locator(".hljs-keyword")).isVisible();
    photograph(alan, "phone-conversation-dark.png");
  }

  private static void talk(ChatPage ada, ChatPage grace) {
    ada.say("Did the nightly build pass?");
    grace.say("It did. The parser is 14 % faster since we keep the tokens in one array:");
    grace
        .composer()
        .fill("```java\nint kind = tokens[at] & 0xFF;\nreturn rules[kind].parse(at);\n```");
    grace.composer().press("Enter");
    eventually(ada.message("rules[kind]")).isVisible();
    ada.say("Ship it");
    ada.write("And the proof that it ends: $$\\sum_{k=1}^{n} \\frac{1}{2^k} < 1$$ :tada:");
    eventually(grace.message("And the proof")).isVisible();
    ada.write("@" + grace.handle() + " can you write it up? See https://example.org/parsers");
    eventually(grace.message("can you write it up")).isVisible();
  }

  private static void photograph(ChatPage page, String name) {
    page.page().mouse().move(1, 1);
    page.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name)));
  }
}

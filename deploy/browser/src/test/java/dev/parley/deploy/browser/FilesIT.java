package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@InBrowser
final class FilesIT {
  /// One pixel.
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private static final byte[] SCRIPT =
      "<html><script>window.name='run'</script>".getBytes(StandardCharsets.UTF_8);

  @Test
  void sendsSeveralFilesAtOnceWhichTheOtherSeesAndSaves(Visitors visitors) {
    // Given
    ChatPage alice = visitors.register("alice");
    ChatPage bob = visitors.register("bob");
    alice.openConversation("@" + bob.handle());
    bob.openConversation("@" + alice.handle());

    // When
    alice
        .page()
        .locator("input[type=file]")
        .setInputFiles(
            new FilePayload[] {
              new FilePayload("cat.png", "image/png", PICTURE),
              new FilePayload("page.html", "text/html", SCRIPT)
            });

    // Then
    eventually(bob.page().getByRole(AriaRole.IMG, named("cat.png"))).isVisible();
    assertThat(bob.saved("cat.png")).isEqualTo(PICTURE);
    assertThat(bob.saved("page.html")).isEqualTo(SCRIPT);
    assertThat(bob.page().evaluate("window.name")).isEqualTo("");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}

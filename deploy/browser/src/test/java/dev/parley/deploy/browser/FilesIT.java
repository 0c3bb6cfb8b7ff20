package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@InBrowser
final class FilesIT {
  /// One pixel.
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private static final String ONE_FILE = "**/api/files/*";

  /// What the page sends at once.
  private static final int CHUNK = 1 << 20;

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

  /// A page cannot keep a file: it knows where its upload is, and asks for the file again. One
  /// chunk and a byte are the least that can be cut off in the middle.
  @Test
  void goesOnWithAnUploadAfterThePageWasLoadedAgain(Visitors visitors, @TempDir Path folder)
      throws IOException {
    // Given
    byte[] bytes = new byte[CHUNK + 1];
    new Random(5).nextBytes(bytes);
    Path file = Files.write(folder.resolve("large.bin"), bytes);
    ChatPage alice = visitors.open(new Browser.NewContextOptions());
    Page page = alice.page();
    page.getByLabel("Keep me signed in on this device").check();
    alice.register(Visitors.unique("alice"));
    alice.openConversation("#lobby");
    AtomicInteger chunks = new AtomicInteger();
    page.route(
        ONE_FILE,
        route -> {
          if (route.request().method().equals("PATCH") && chunks.incrementAndGet() > 1) {
            route.abort();
          } else {
            route.resume();
          }
        });
    page.locator("input[type=file]").setInputFiles(file);
    eventually(page.getByText("99 %, waiting for the server")).isVisible();

    // When
    page.reload();
    alice.awaitSignedIn();
    eventually(page.getByText("not finished")).isVisible();
    page.unroute(ONE_FILE);
    AtomicInteger begun = new AtomicInteger();
    page.onRequest(request -> begun.addAndGet(request.method().equals("POST") ? 1 : 0));
    page.locator(".upload input[type=file]").setInputFiles(file);

    // Then
    assertThat(alice.saved("large.bin")).isEqualTo(bytes);
    assertThat(begun).hasValue(0);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}

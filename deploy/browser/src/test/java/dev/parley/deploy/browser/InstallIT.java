package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import org.junit.jupiter.api.Test;

@InBrowser
final class InstallIT {

  @Test
  void hasAManifestWithIconsThatAreThere(Visitors visitors) {
    // Given
    ChatPage page = visitors.open(new Browser.NewContextOptions());
    String manifest =
        (String) page.page().evaluate("document.querySelector('link[rel=manifest]').href");

    // When
    APIResponse answer = page.page().request().get(manifest);

    // Then
    assertThat(answer.ok()).isTrue();
    assertThat(answer.text()).contains("\"name\"", "\"icons\"", "\"start_url\"");
    int missing =
        (int)
            page.page()
                .evaluate(
                    """
                    async url => {
                      const { icons } = await (await fetch(url)).json();
                      const found = await Promise.all(
                        icons.map(icon => fetch(new URL(icon.src, url)).then(it => it.ok)));
                      return found.filter(ok => !ok).length;
                    }\
                    """,
                    manifest);
    assertThat(missing).isZero();
  }

  @Test
  void showsItsShellWithoutTheServer(Visitors visitors) {
    // Given
    ChatPage page = visitors.open(new Browser.NewContextOptions());
    page.page().evaluate("navigator.serviceWorker.ready.then(() => true)");
    page.page().reload();
    page.page().waitForFunction("navigator.serviceWorker.controller !== null");
    // What has come is not kept at once.
    page.page().waitForFunction(IS_KEPT);

    // When
    page.page().context().setOffline(true);
    page.page().reload();

    // Then
    eventually(page.page().getByRole(AriaRole.HEADING, ChatPage.named("Sign in to Parley")))
        .isVisible();
  }

  /// Whether the page and all that it names lie in the browser.
  private static final String IS_KEPT =
      """
      async () => {
        const named = [...document.querySelectorAll('script[src], link[rel=stylesheet]')];
        const wanted = ['/', ...named.map(({ src, href }) => src || href)];
        const kept = await Promise.all(wanted.map(each => caches.match(each)));
        return kept.every(Boolean);
      }
      """;

  @Test
  void protectsThePageWithItsHeaders(Visitors visitors, ParleyStack stack) {
    // When
    ChatPage page = visitors.open(new Browser.NewContextOptions());
    var headers = page.page().request().get(stack.web().toString()).headers();

    // Then
    assertThat(headers.get("content-security-policy"))
        .contains("script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers).containsEntry("x-content-type-options", "nosniff");
  }

  @Test
  void needsLittleForItsFirstLoad(Visitors visitors) {
    // When
    ChatPage page = visitors.open(new Browser.NewContextOptions());
    eventually(page.page().getByRole(AriaRole.HEADING, ChatPage.named("Sign in to Parley")))
        .isVisible();

    // Then that is what came over the wire
    int bytes = (int) page.page().evaluate(LOADED);
    assertThat(bytes).isBetween(50_000, 300_000);
  }

  /// Bytes of the page and of all that it loaded, as they were sent.
  private static final String LOADED =
      """
      ['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
      """;
}

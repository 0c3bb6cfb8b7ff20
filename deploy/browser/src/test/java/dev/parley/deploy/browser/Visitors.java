package dev.parley.deploy.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The people of one test, each in a browser profile of its own.
public final class Visitors implements AutoCloseable {

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Path FAILED = Path.of("target", "failed");

  private final Browser browser;
  private final ParleyStack stack;
  private final List<BrowserContext> profiles = new ArrayList<>();

  Visitors(Browser browser, ParleyStack stack) {
    this.browser = browser;
    this.stack = stack;
  }

  /// {@return a handle that nobody has}
  ///
  /// @param name its beginning
  static String unique(String name) {
    return name + "-" + NUMBERS.incrementAndGet();
  }

  /// Lets somebody create an account on a wide screen.
  ///
  /// @param name beginning of the handle
  /// @return the page, signed in
  ChatPage register(String name) {
    return register(name, new Browser.NewContextOptions().setViewportSize(1280, 800));
  }

  /// Lets somebody create an account.
  ///
  /// @param name beginning of the handle
  /// @param options the profile
  /// @return the page, signed in
  ChatPage register(String name, Browser.NewContextOptions options) {
    ChatPage page = open(options);
    page.register(unique(name));
    return page;
  }

  /// {@return the page in a new profile, nobody signed in}
  ///
  /// @param options the profile
  ChatPage open(Browser.NewContextOptions options) {
    return open(stack.web().toString(), options);
  }

  /// {@return the page at another address, nobody signed in}
  ///
  /// @param address where it is
  /// @param options the profile
  ChatPage open(String address, Browser.NewContextOptions options) {
    BrowserContext profile = browser.newContext(options.setLocale("en-GB"));
    profiles.add(profile);
    Page page = profile.newPage();
    page.navigate(address);
    return new ChatPage(page);
  }

  /// {@return another tab of somebody's browser}
  ///
  /// @param somebody whose browser it is
  ChatPage tab(ChatPage somebody) {
    Page page = somebody.page().context().newPage();
    page.navigate(stack.web().toString());
    return new ChatPage(page);
  }

  /// Keeps pictures of what everybody sees.
  void photograph(String test) {
    for (BrowserContext profile : profiles) {
      for (Page page : profile.pages()) {
        String name = test.replaceAll("\\W", "") + "-" + profiles.indexOf(profile) + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(FAILED.resolve(name)));
      }
    }
  }

  @Override
  public void close() {
    profiles.forEach(BrowserContext::close);
  }
}

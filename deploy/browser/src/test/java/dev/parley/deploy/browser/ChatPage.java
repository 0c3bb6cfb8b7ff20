package dev.parley.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The page as a person uses it: by what it says, not by how it is built.
final class ChatPage {

  /// Long enough for a loaded machine; nothing waits for it to pass.
  static final double PATIENCE_MILLIS = 60_000;

  private static final double POLL_MILLIS = 200;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  private final Page page;
  private String password = "correct-horse-" + UUID.randomUUID();
  private String handle = "";

  ChatPage(Page page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE_MILLIS);
  }

  Page page() {
    return page;
  }

  String handle() {
    return handle;
  }

  void register(String newHandle) {
    handle = newHandle;
    button("Create account").click();
    enter(handle, password);
    submit("Create account");
    awaitSignedIn();
  }

  void signIn() {
    signInWith(handle, password);
  }

  void signInWith(String name, String secret) {
    enter(name, secret);
    submit("Sign in");
  }

  /// Signs in as somebody who has an account; what comes of it is another question.
  void signInAs(ChatPage somebody) {
    handle = somebody.handle;
    password = somebody.password;
    signIn();
  }

  private void submit(String label) {
    page.locator("form").getByRole(AriaRole.BUTTON, exactly(label)).click();
  }

  void awaitSignedIn() {
    eventually(conversations()).hasAttribute("aria-busy", "false");
  }

  private void enter(String name, String secret) {
    page.getByLabel("Name").fill(name);
    page.locator("input[type=password]").fill(secret);
  }

  void signOut() {
    openSettings();
    dialog("Settings").getByRole(AriaRole.BUTTON, exactly("Log out")).click();
    eventually(page.getByText("Sign in to Parley")).isVisible();
  }

  /// Makes keys in this browser, the first of the account.
  void makeKeys() {
    openSettings();
    encryption().getByRole(AriaRole.BUTTON, exactly("Make keys in this browser")).click();
    eventually(encryption().getByText("(this one)")).isVisible();
    page.keyboard().press("Escape");
    eventually(dialog("Settings")).hasCount(0);
  }

  /// Makes keys in this browser, which another device has to add.
  ///
  /// @return the code that it shows
  String askToBeAdded() {
    openSettings();
    encryption().getByRole(AriaRole.BUTTON, exactly("Make keys in this browser")).click();
    eventually(encryption().getByText("waits to be added")).isVisible();
    String code = encryption().locator(".digits").innerText();
    page.keyboard().press("Escape");
    return code;
  }

  String codeOfWaitingDevice() {
    openSettings();
    eventually(encryption().getByText("wants to be added")).isVisible();
    return encryption().locator(".digits").innerText();
  }

  void addWaitingDevice() {
    encryption().getByRole(AriaRole.BUTTON, within("The codes are the same")).click();
    eventually(encryption().getByText("wants to be added")).hasCount(0);
    eventually(encryption().getByRole(AriaRole.LISTITEM)).hasCount(2);
    page.keyboard().press("Escape");
    eventually(dialog("Settings")).hasCount(0);
  }

  /// Revokes the one other device of the account.
  void revokeOther() {
    openSettings();
    page.onceDialog(Dialog::accept);
    encryption().getByRole(AriaRole.BUTTON, exactly("Revoke")).click();
    eventually(encryption().getByRole(AriaRole.LISTITEM)).hasCount(1);
    page.keyboard().press("Escape");
    eventually(dialog("Settings")).hasCount(0);
  }

  /// Asks with new keys, after this browser was revoked.
  ///
  /// @return the code that it shows
  String askToBeAddedAgain() {
    openSettings();
    eventually(encryption().getByText("was revoked")).isVisible();
    encryption().getByRole(AriaRole.BUTTON, exactly("Ask to be added")).click();
    eventually(encryption().getByText("waits to be added")).isVisible();
    return encryption().locator(".digits").innerText();
  }

  /// Gives the account a new identity, with keys of this browser.
  void startOver() {
    openSettings();
    encryption().locator("summary").click();
    encryption().getByRole(AriaRole.BUTTON, exactly("Start over with new keys")).click();
    eventually(encryption().getByText("(this one)")).isVisible();
    page.keyboard().press("Escape");
    eventually(dialog("Settings")).hasCount(0);
  }

  private Locator encryption() {
    return dialog("Settings").getByRole(AriaRole.REGION, exactly("Encryption"));
  }

  /// Signs in as somebody who has an account.
  void become(ChatPage somebody) {
    signInAs(somebody);
    awaitSignedIn();
  }

  /// Signs in so that other tabs of the browser go on with the session.
  void staySignedIn() {
    page.getByLabel("Keep me signed in on this device").check();
    signIn();
    awaitSignedIn();
  }

  /// Takes the session back from where it was taken over.
  void useHere() {
    button("Use it here").click();
    awaitSignedIn();
  }

  String password() {
    return password;
  }

  void openSettings() {
    button("Settings").click();
    eventually(dialog("Settings")).isVisible();
  }

  /// Opens a conversation by the switcher: `@bob` or `#lab`.
  void openConversation(String id) {
    page.keyboard().press("Control+k");
    Locator box = page.getByRole(AriaRole.COMBOBOX, in("Jump to"));
    box.fill(id);
    eventually(page.getByRole(AriaRole.OPTION, named(id))).isVisible();
    box.press("Enter");
    eventually(page.getByRole(AriaRole.HEADING, named(id))).isVisible();
  }

  /// Writes into the open conversation and waits until it is stored.
  ///
  /// @return the message
  Locator say(String text) {
    write(text);
    Locator message = message(text);
    eventually(message.getByText(Pattern.compile("Stored as number \\d+")).last()).isAttached();
    return message;
  }

  /// Writes into the open conversation.
  void write(String text) {
    composer().fill(text);
    composer().press("Enter");
    eventually(composer()).hasValue("");
  }

  /// Sends a file to the open conversation.
  void attach(String name, String type, byte[] content) {
    page.locator("input[type=file]").setInputFiles(new FilePayload(name, type, content));
  }

  /// {@return the content of a file of the open conversation, as it is saved}
  byte[] saved(String name) {
    Locator save = button("Save " + name);
    eventually(save).isVisible();
    Download download = page.waitForDownload(save::click);
    assertThat(download.suggestedFilename()).isEqualTo(name);
    try {
      return Files.readAllBytes(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Searches in the panel beside the conversation.
  ///
  /// @return what was found
  Locator find(String query) {
    button("Search").click();
    page.getByRole(AriaRole.SEARCHBOX).fill(query);
    page.getByRole(AriaRole.SEARCHBOX).press("Enter");
    return page.getByRole(AriaRole.COMPLEMENTARY).getByRole(AriaRole.LISTITEM);
  }

  Locator composer() {
    return page.getByRole(AriaRole.TEXTBOX, in("Write to"));
  }

  Locator log() {
    return page.getByRole(AriaRole.LOG);
  }

  /// {@return the stored message with a text}
  Locator message(String text) {
    return log().locator("article[data-seq]").filter(new Locator.FilterOptions().setHasText(text));
  }

  Locator conversations() {
    return page.getByRole(AriaRole.NAVIGATION, named("Conversations"));
  }

  Locator button(String label) {
    return page.getByRole(AriaRole.BUTTON, named(label)).first();
  }

  Locator dialog(String title) {
    return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
  }

  static LocatorAssertions eventually(Locator locator) {
    return PlaywrightAssertions.assertThat(locator);
  }

  /// Does something again until something shows.
  static void untilVisible(Locator wanted, Runnable action) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos((long) PATIENCE_MILLIS);
    while (!wanted.isVisible() && System.nanoTime() < deadline) {
      action.run();
      wanted.page().waitForTimeout(POLL_MILLIS);
    }
    eventually(wanted).isVisible();
  }

  static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  static Page.GetByRoleOptions startingWith(String name) {
    return in(name);
  }

  private static Locator.GetByRoleOptions within(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions in(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}

package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/// The section "SSH keys" of the settings, which are open.
final class SshKeys {
  static final String FINGERPRINT = "SHA256:z49gAwuYZRwx9p8AIupqrXVKxIsAjclTzWL5OE61J38";

  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOEj34HFeEonyupHMZ0SFyvQyZh6r3mcHSnuHXoALnB6 my laptop";

  private SshKeys() {}

  static void add(ChatPage page) {
    page.dialog("Settings").getByLabel("Add a key").fill(KEY);
    button(page, "Add").click();
    eventually(page.dialog("Settings")).containsText(FINGERPRINT);
  }

  static Locator button(ChatPage page, String label) {
    return page.dialog("Settings").getByRole(AriaRole.BUTTON, ChatPage.exactly(label));
  }
}

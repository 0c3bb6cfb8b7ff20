package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.secrecy.FileSearch;
import dev.parley.deploy.acceptance.secrecy.Remains;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Direct messages that the server cannot read.
@InBrowser
final class EncryptionIT {

  private static final Pattern SIXTY_DIGITS = Pattern.compile("(\\d{5} ?){12}");

  @Test
  void encryptsWhereBothHaveKeysAndShowsTheSameNumber(Visitors visitors) {
    // Given
    ChatPage alice = withKeys(visitors, "alice");
    ChatPage bob = withKeys(visitors, "bob");
    alice.openConversation("@" + bob.handle());

    // When
    alice.say("only for you");
    bob.openConversation("@" + alice.handle());
    eventually(bob.message("only for you")).isVisible();
    bob.say("and back");

    // Then
    eventually(alice.message("and back")).isVisible();
    eventually(alice.page().getByText(alice.handle() + " switched encryption on.")).isVisible();
    eventually(alice.button("Encrypted")).isVisible();
    assertThat(safetyNumber(alice)).matches(SIXTY_DIGITS).isEqualTo(safetyNumber(bob));
  }

  @Test
  void keepsHistoryEditsAnswersReactionsAndDeletionsWorking(Visitors visitors) {
    // Given
    ChatPage alice = withKeys(visitors, "alice");
    ChatPage bob = withKeys(visitors, "bob");
    alice.openConversation("@" + bob.handle());
    alice.say("first");
    alice.say("soon gone");
    bob.signOut();

    // When
    alice.say("while you were away");
    alice.composer().press("ArrowUp");
    eventually(alice.composer()).hasValue("while you were away");
    alice.write("after an edit");
    // Entry 1 has switched encryption on.
    alice.write("/reply 2 an answer");
    alice.write("/delete 3");
    alice.write("/react 2 :heart:");
    bob.signIn();
    bob.awaitSignedIn();
    bob.openConversation("@" + alice.handle());

    // Then: once where it was said, and once where it was answered
    eventually(bob.message("first").first()).isVisible();
    eventually(bob.message("after an edit")).isVisible();
    eventually(bob.message("an answer")).isVisible();
    eventually(bob.log().getByText("soon gone")).hasCount(0);
    bob.signOut();
    bob.page().reload();
    bob.signIn();
    bob.awaitSignedIn();
    bob.openConversation("@" + alice.handle());
    eventually(bob.message("first").first()).isVisible();
    eventually(bob.message("after an edit")).isVisible();
    assertThat(bob.log().getByText("Not shown").count()).isZero();
    Locator found = bob.find("edit");
    eventually(found).hasCount(1);
    eventually(found).containsText("after an edit");
  }

  @Test
  void saysToADoorWithoutKeysThatItIsEncrypted(Visitors visitors, ParleyStack stack) {
    // Given
    ChatPage alice = withKeys(visitors, "alice");
    ChatPage bob = withKeys(visitors, "bob");
    alice.openConversation("@" + bob.handle());
    alice.say("not for the line door");
    bob.signOut();

    // When
    try (LineClient line = LineClient.open(stack.tcp())) {
      line.ask("login " + bob.handle() + " " + bob.password());

      // Then
      assertThat(line.ask("history @" + alice.handle()).rows())
          .singleElement()
          .asString()
          .endsWith(alice.handle() + " [encrypted]");
      assertThat(line.ask("message " + alice.handle() + " hi").line())
          .startsWith("-err encrypted ");
    }
  }

  @Test
  void warnsAndSendsNothingWhenTheKeysOfTheOtherChange(Visitors visitors) {
    // Given
    ChatPage alice = withKeys(visitors, "alice");
    ChatPage bob = withKeys(visitors, "bob");
    alice.openConversation("@" + bob.handle());
    alice.say("to the old keys");
    bob.signOut();
    ChatPage other = visitors.open(new Browser.NewContextOptions().setViewportSize(1280, 800));
    other.become(bob);
    other.startOver();

    // When
    alice.signOut();
    alice.page().reload();
    alice.signIn();
    alice.awaitSignedIn();
    alice.openConversation("@" + bob.handle());

    // Then
    Locator warning = alice.page().getByText("The keys of " + bob.handle() + " changed.");
    eventually(warning).isVisible();
    alice.composer().fill("to whom?");
    alice.composer().press("Enter");
    eventually(alice.page().getByText("Not sent: The keys of the other side changed.")).isVisible();
    AccessibilityIT.check(alice, "changed keys");
    other.openConversation("@" + alice.handle());
    eventually(other.message("Encrypted before this browser was added")).isVisible();
    assertThat(other.message("to whom?").count()).isZero();

    // When
    alice.button("Look at it").click();
    alice.page().getByRole(AriaRole.BUTTON, ChatPage.startingWith("I am sure")).click();
    eventually(alice.page().getByText("Devices of " + bob.handle())).isVisible();
    eventually(alice.page().getByRole(AriaRole.IMG, ChatPage.named("Safety number as QR code")))
        .isVisible();
    alice.page().keyboard().press("Escape");
    alice.button("Try again").click();

    // Then
    eventually(other.message("to whom?")).isVisible();
  }

  @Test
  void letsADeviceAddAnotherAndRevokeIt(Visitors visitors) {
    // Given
    ChatPage alice = withKeys(visitors, "alice");
    ChatPage bob = withKeys(visitors, "bob");
    alice.signOut();
    ChatPage phone = visitors.open(new Browser.NewContextOptions().setViewportSize(1280, 800));
    phone.become(alice);
    String code = phone.askToBeAdded();
    phone.signOut();

    // When
    alice.signIn();
    alice.awaitSignedIn();
    assertThat(alice.codeOfWaitingDevice()).isEqualTo(code);
    alice.addWaitingDevice();
    alice.signOut();
    phone.signIn();
    phone.awaitSignedIn();
    bob.openConversation("@" + alice.handle());
    bob.say("to both of your devices");

    // Then
    phone.openConversation("@" + bob.handle());
    eventually(phone.message("to both of your devices")).isVisible();
    phone.signOut();
    alice.signIn();
    alice.awaitSignedIn();
    alice.openConversation("@" + bob.handle());
    eventually(alice.message("to both of your devices")).isVisible();

    // When
    alice.revokeOther();
    alice.signOut();
    phone.signIn();
    phone.awaitSignedIn();

    // Then
    assertThat(phone.askToBeAddedAgain()).isNotEmpty().isNotEqualTo(code);
  }

  @Test
  void sharesKeysBetweenTwoTabs(Visitors visitors) {
    // Given
    ChatPage one = visitors.register("alice");
    ChatPage bob = withKeys(visitors, "bob");
    one.signOut();
    one.staySignedIn();
    ChatPage other = visitors.tab(one);
    other.awaitSignedIn();
    eventually(one.button("Use it here")).isVisible();

    // When: keys are made in one tab, and the other one, which had none, goes on with them
    other.makeKeys();
    other.openConversation("@" + bob.handle());
    other.say("from the tab with keys");
    one.useHere();
    one.openConversation("@" + bob.handle());

    // Then
    eventually(one.message("from the tab with keys")).isVisible();
    one.say("from the first tab");
    other.useHere();
    eventually(other.message("from the first tab")).isVisible();
    other.say("and back");
    bob.openConversation("@" + one.handle());
    eventually(bob.message("from the first tab")).isVisible();
    eventually(bob.message("and back")).isVisible();
    assertThat(bob.log().getByText("Not shown").count()).isZero();
    assertThat(bob.log().getByText("Not encrypted").count()).isZero();
  }

  @Test
  void leavesNoWordOfItWithTheServer(
      Visitors visitors, ParleyStack stack, @TempDir Path heaps, @TempDir Path tables)
      throws IOException {
    // Given
    String secret = "linnet-" + UUID.randomUUID();
    String edited = "siskin-" + UUID.randomUUID();
    String named = "avocet-" + UUID.randomUUID() + ".txt";
    String filed = "plover-" + UUID.randomUUID();
    String open = "budgie-" + UUID.randomUUID();
    String openFile = "magpie-" + UUID.randomUUID();
    ChatPage alice = withKeys(visitors, "alice");
    ChatPage bob = withKeys(visitors, "bob");
    ChatPage carol = visitors.register("carol");

    // When
    alice.openConversation("@" + bob.handle());
    alice.say(secret);
    alice.composer().press("ArrowUp");
    eventually(alice.composer()).hasValue(secret);
    alice.write(edited);
    bob.openConversation("@" + alice.handle());
    eventually(bob.message(edited)).isVisible();
    alice.attach(named, "text/plain", filed.getBytes(StandardCharsets.UTF_8));
    assertThat(bob.saved(named)).asString(StandardCharsets.UTF_8).isEqualTo(filed);
    alice.openConversation("@" + carol.handle());
    alice.say(open);
    alice.attach("clear.txt", "text/plain", openFile.getBytes(StandardCharsets.UTF_8));
    carol.openConversation("@" + alice.handle());
    assertThat(carol.saved("clear.txt")).asString(StandardCharsets.UTF_8).isEqualTo(openFile);

    Remains.heaps(stack, heaps);
    Remains.tables(stack, tables);

    // Then
    var ofHeaps = new FileSearch(heaps);
    assertThat(ofHeaps.filesWith(alice.handle())).contains(Path.of("gateway-1.hprof"));
    var everything = new FileSearch(stack.home());
    assertThat(everything.filesWith(open))
        .anyMatch(file -> file.startsWith("data/kafka"))
        .anyMatch(file -> file.startsWith("data/postgres"));
    assertThat(everything.filesWith(openFile)).anyMatch(file -> file.startsWith("data/files"));
    var ofTables = new FileSearch(tables);
    assertThat(ofTables.filesWith(open)).contains(Path.of("tables/routing/entry.copy"));
    List<String> canaries = List.of(secret, edited, named, filed);
    assertThat(ofTables.filesWithAnyOf(canaries)).isEmpty();
    assertThat(everything.filesWithAnyOf(canaries)).isEmpty();
    assertThat(ofHeaps.filesWithAnyOf(canaries)).isEmpty();
  }

  private static ChatPage withKeys(Visitors visitors, String name) {
    ChatPage page = visitors.register(name);
    page.makeKeys();
    return page;
  }

  private static String safetyNumber(ChatPage page) {
    page.button("Encrypted").click();
    Locator number = page.page().getByTestId("safety-number");
    eventually(number).isVisible();
    String digits = number.innerText();
    page.page().keyboard().press("Escape");
    return digits;
  }
}

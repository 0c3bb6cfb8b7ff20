package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// A conversation of many more messages than the page can hold, of many heights.
@InBrowser
final class HistoryIT {
  private static final int MESSAGES = 1_000;
  private static final int PIPELINED = 50;

  /// What is in sight and a little around it, never what is loaded.
  private static final int MOST_ARTICLES = 80;

  private static final String PASSWORD = "correct-horse-of-bulk";

  @Test
  void isReadUpwardsToItsBeginningWithoutAJump(Visitors visitors, ParleyStack stack) {
    // Given: who comes later has to ask for what was written before
    String group = Visitors.unique("archive");
    writeMany(stack, group);
    ChatPage alice = visitors.register("alice");
    alice.write("/group " + group);
    eventually(alice.message(last())).isInViewport();
    // What draws code and math is loaded when it is first needed.
    eventually(alice.log().locator(".hljs-keyword, .hljs-type").first()).isAttached();
    eventually(alice.log().locator("math").first()).isAttached();

    // When
    Map<?, ?> report = (Map<?, ?>) alice.log().evaluate(script("read-upwards.js"));

    // Then each message was in sight once, none of them moved, and the page held few at a time
    assertSoftly(softly -> {
      softly.assertThat(report.get("jumps")).as("what moved, by pixels").isEqualTo(List.of());
      softly.assertThat(report.get("blank")).as("places without a message").isEqualTo(List.of());
      softly.assertThat(report.get("disorder")).as("neighbours that are none").isEqualTo(List.of());
      softly.assertThat(report.get("seen")).as("messages seen").isEqualTo(MESSAGES);
      softly
          .assertThat(report.get("most"))
          .as("most on the page")
          .asInstanceOf(INTEGER)
          .isBetween(1, MOST_ARTICLES);
    });
    eventually(alice.page().getByText("This is the beginning of #" + group)).isInViewport();

    // When one goes back to the end
    alice.page().getByText("Jump to latest").click();

    // Then the newest is in sight, and what one says follows it
    eventually(alice.message(last())).isInViewport();
    eventually(alice.say("read it all")).isInViewport();
  }

  private static void writeMany(ParleyStack stack, String group) {
    try (LineClient client = LineClient.open(stack.tcp())) {
      client.ask("register " + BrowserExtension.BULK + " " + PASSWORD);
      client.ask("login " + BrowserExtension.BULK + " " + PASSWORD);
      assertThat(client.ask("group " + group).isOk()).isTrue();
      for (int from = 1; from <= MESSAGES; from += PIPELINED) {
        for (int i = from; i < from + PIPELINED; i++) {
          client.send("message group " + group + " " + text(i));
        }
        for (int i = from; i < from + PIPELINED; i++) {
          assertThat(client.awaitReply().isOk()).isTrue();
        }
      }
    }
  }

  private static String last() {
    return "number " + MESSAGES + " ";
  }

  private static String text(int number) {
    return switch (number % 7) {
      case 0 -> "number " + number + " in\\nseveral\\nlines";
      case 3 -> "number " + number + " is long: " + "words and more words ".repeat(30);
      case 4 -> "number " + number + " has code\\n```java\\nint n = " + number + ";\\n```";
      case 6 -> "number " + number + " has math: $$\\\\frac{" + number + "}{x^2}$$";
      default -> "number " + number + " .";
    };
  }

  private static String script(String name) {
    try (InputStream file = HistoryIT.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;

import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@InBrowser
final class GatewayLossIT {

  @Test
  void goesOnByItselfAfterTheGatewayWasKilled(Visitors visitors, ParleyStack stack) {
    // Given
    ChatPage alice = visitors.register("alice");
    ChatPage bob = visitors.register("bob");
    alice.openConversation("@" + bob.handle());
    bob.openConversation("@" + alice.handle());
    alice.say("before");

    // When
    stack.kill("gateway-1");
    IntStream.rangeClosed(1, 5).forEach(i -> alice.write("meanwhile-" + i));

    // Then
    for (int i = 1; i <= 5; i++) {
      eventually(bob.message("meanwhile-" + i)).hasCount(1);
      eventually(alice.message("meanwhile-" + i)).hasCount(1);
    }
    bob.say("after");
    eventually(alice.message("after")).hasCount(1);
  }
}

package dev.parley.deploy.local.stack;

import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.control.ControlHandler;
import dev.parley.deploy.local.part.Service;

/// What other processes may ask of a running stack: `scale SERVICE COUNT`.
final class ControlRequests implements ControlHandler {

  private final Stack stack;

  ControlRequests(Stack stack) {
    this.stack = stack;
  }

  @Override
  public void handle(String request) {
    String[] words = request.split(" ", -1);
    if (words.length != 3 || !"scale".equals(words[0])) {
      throw new TroubleException(
          "the running stack does not know this request", "restart it: ./parley down, ./parley up");
    }
    Service service =
        Service.of(words[1])
            .orElseThrow(
                () -> new TroubleException("no service " + words[1], "see ./parley status"));
    stack.scale(service, Integer.parseInt(words[2]));
  }
}

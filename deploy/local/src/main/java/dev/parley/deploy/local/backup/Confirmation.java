package dev.parley.deploy.local.backup;

import dev.parley.deploy.local.console.TroubleException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// Asks before something takes the place of something else.
public final class Confirmation {

  private Confirmation() {}

  /// Asks, and goes on only after `yes`.
  ///
  /// @param what what is about to happen
  /// @param option what does it without asking
  /// @throws TroubleException if the answer is another one
  /// @throws IOException if there is nobody to ask
  public static void demand(String what, String option) throws IOException {
    System.out.print(what + "\nType yes to go on: ");
    System.out.flush();
    var reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    if (!"yes".equals(reader.readLine())) {
      throw new TroubleException("nothing was changed", option + " does it without asking");
    }
  }
}

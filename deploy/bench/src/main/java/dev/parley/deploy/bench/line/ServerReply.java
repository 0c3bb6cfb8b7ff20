package dev.parley.deploy.bench.line;

/// The answer to one command.
public sealed interface ServerReply {

  /// The command was done.
  ///
  /// @param text what follows `+ok `
  record Done(String text) implements ServerReply {

    /// {@return the number that ends the reply, such as a seq}
    ///
    /// @throws NumberFormatException if there is none
    public long lastNumber() {
      return Long.parseLong(lastWord());
    }

    /// {@return the word that ends the reply, such as a token}
    public String lastWord() {
      return text.substring(text.lastIndexOf(' ') + 1);
    }
  }

  /// The command was not done.
  ///
  /// @param code stable code, such as `rate_limited`
  /// @param text the rest, for people
  record Refused(String code, String text) implements ServerReply {}

  /// {@return what a line says}
  ///
  /// @param line a line that begins with `+ok` or `-err`
  static ServerReply of(String line) {
    String[] fields = line.split(" ", 3);
    if (fields[0].equals("+ok")) {
      return new Done(line.substring(Math.min(line.length(), 4)));
    }
    return new Refused(fields.length > 1 ? fields[1] : "", fields.length > 2 ? fields[2] : "");
  }
}

package dev.parley.routing.search;

/// One thing that a query asks of a message.
///
/// @param condition what
/// @param negated whether a message is wanted of which it does not hold
public record Term(Condition condition, boolean negated) {

  /// What may be asked of a message.
  public sealed interface Condition {}

  /// A word begins so.
  ///
  /// @param word letters and digits, folded
  public record Word(String word) implements Condition {}

  /// This stands somewhere in the text.
  ///
  /// @param text any characters, folded
  public record Part(String text) implements Condition {}

  /// Somebody wrote it.
  ///
  /// @param account handle
  public record From(String account) implements Condition {}

  /// It stands in a conversation.
  ///
  /// @param conversation conversation id
  public record In(String conversation) implements Condition {}

  /// It is older than a time.
  ///
  /// @param at epoch milliseconds
  public record Before(long at) implements Condition {}

  /// It is not older than a time.
  ///
  /// @param at epoch milliseconds
  public record Since(long at) implements Condition {}

  /// It has something.
  ///
  /// @param feature what
  public record Has(Feature feature) implements Condition {}

  /// What a message may have.
  public enum Feature {
    /// An address of the web.
    LINK,
    /// Code, in backquotes.
    CODE,
    /// A reaction.
    REACTION,
    /// A pin.
    PIN,
    /// A file.
    FILE,
    /// A file that is an image by its bytes.
    IMAGE
  }

  /// It calls the asker.
  ///
  /// @param account handle
  public record Mentions(String account) implements Condition {}
}

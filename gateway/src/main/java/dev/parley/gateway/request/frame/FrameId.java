package dev.parley.gateway.request.frame;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/// The id that a client chose for a request, as its answer repeats it.
///
/// @param json a JSON text or number, or `null` if there was no id to repeat
public record FrameId(String json) {
  /// Of a request without an id that could be read.
  public static final FrameId NONE = new FrameId("null");

  private static final int MAX_LENGTH = 64;

  /// {@return the id of a text; [#NONE] if it is too long}
  ///
  /// @param text what the client chose
  static FrameId ofText(String text) {
    return text.length() > MAX_LENGTH
        ? NONE
        : new FrameId('"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"');
  }

  /// {@return the id of a number; [#NONE] if it is too long}
  ///
  /// @param digits the number as it was written
  static FrameId ofNumber(String digits) {
    return digits.length() > MAX_LENGTH ? NONE : new FrameId(digits);
  }
}

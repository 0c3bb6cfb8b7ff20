package dev.parley.deploy.bench.line;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The texts that the tool posts: who wrote it, the how manieth of that writer it is, when it was
/// meant to leave, and a filler up to the wanted size.
///
/// Shape: `AAAAAA.NNNNNNNNN.TTTTTTTTTTTTTTT.xxx…`, decimal digits with leading zeros. So a reader
/// knows by the text alone which message it got, whatever the server says about it.
public final class StampedText {

  /// Fewest bytes of a text.
  public static final int MIN_SIZE = 33;

  /// Most bytes of a text.
  public static final int MAX_SIZE = 4_000;

  /// Most authors of a run.
  public static final int MAX_AUTHORS = 1_000_000;

  private static final int AUTHOR_DIGITS = 6;
  private static final int NUMBER_AT = 7;
  private static final int NUMBER_DIGITS = 9;
  private static final int NANOS_AT = 17;
  private static final int NANOS_DIGITS = 15;
  private static final int FILLER_AT = 32;
  private static final long NUMBERS = 1_000_000_000L;

  private final byte[] template;
  private final int size;

  /// Prepares texts of one size.
  ///
  /// @param size bytes of a text, from [#MIN_SIZE] to [#MAX_SIZE]
  public StampedText(int size) {
    if (size < MIN_SIZE || size > MAX_SIZE) {
      throw new IllegalArgumentException("text must have 33 to 4000 bytes, got " + size);
    }
    this.size = size;
    this.template =
        ("000000.000000000.000000000000000" + ".".repeat(size - FILLER_AT))
            .getBytes(StandardCharsets.US_ASCII);
    Arrays.fill(template, FILLER_AT + 1, size, (byte) 'x');
  }

  /// {@return bytes of a text}
  public int size() {
    return size;
  }

  /// Writes a text without stamp; [#stamp] completes it.
  ///
  /// @param target takes the text
  /// @param at index of the text's first byte
  public void fill(byte[] target, int at) {
    System.arraycopy(template, 0, target, at, size);
  }

  /// Writes a stamp into a text.
  ///
  /// @param target holds the text
  /// @param at index of the text's first byte
  /// @param author number of the writer, below [#MAX_AUTHORS]
  /// @param number the writer's count of messages; its last nine digits are written
  /// @param nanos when it was meant to leave, since the start of the run
  public void stamp(byte[] target, int at, int author, long number, long nanos) {
    digits(target, at, AUTHOR_DIGITS, author);
    digits(target, at + NUMBER_AT, NUMBER_DIGITS, number);
    digits(target, at + NANOS_AT, NANOS_DIGITS, nanos);
  }

  /// {@return whether a text of this size ends the line, with the filler it must have}
  ///
  /// @param line stands at the text's first byte
  public boolean isAt(LineCursor line) {
    int at = line.position();
    return line.remaining() == size
        && Arrays.equals(
            line.bytes(), at + FILLER_AT, at + size, template, FILLER_AT, template.length);
  }

  /// {@return author and number in one figure that no other message of a run has, or -1}
  ///
  /// @param line stands at the text's first byte
  public static long identity(LineCursor line) {
    int at = line.position();
    long author = number(line.bytes(), at, AUTHOR_DIGITS);
    long number = number(line.bytes(), at + NUMBER_AT, NUMBER_DIGITS);
    return author < 0 || number < 0 ? -1 : identity((int) author, number);
  }

  /// {@return author and number in one figure}
  ///
  /// @param author number of the writer
  /// @param number the writer's count of messages
  public static long identity(int author, long number) {
    return author * NUMBERS + number % NUMBERS;
  }

  /// {@return the author of an identity}
  ///
  /// @param identity as [#identity(LineCursor)] gives it
  public static int author(long identity) {
    return (int) (identity / NUMBERS);
  }

  /// {@return the author's count of messages, of an identity}
  ///
  /// @param identity as [#identity(LineCursor)] gives it
  public static long number(long identity) {
    return identity % NUMBERS;
  }

  /// {@return when the message was meant to leave, since the start of the run}
  ///
  /// @param line stands at the text's first byte
  public static long nanos(LineCursor line) {
    return number(line.bytes(), line.position() + NANOS_AT, NANOS_DIGITS);
  }

  private static void digits(byte[] target, int at, int count, long value) {
    long rest = value;
    for (int i = at + count - 1; i >= at; i--) {
      target[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static long number(byte[] bytes, int at, int count) {
    long value = 0;
    for (int i = at; i < at + count; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}

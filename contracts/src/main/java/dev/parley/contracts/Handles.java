package dev.parley.contracts;

/// The naming rule of accounts and groups.
///
/// A handle has 3 to 32 characters of `a-z 0-9 _ . -` and starts with a letter; it is compared in
/// lower case. A group name has 1 to 64 of the same set. ASCII only, so no two names look alike.
public final class Handles {
  /// Longest handle, in characters.
  public static final int MAX_HANDLE_LENGTH = 32;

  /// Longest group name without its `#`, in characters.
  public static final int MAX_GROUP_NAME_LENGTH = 64;

  private static final int MIN_HANDLE_LENGTH = 3;

  private Handles() {}

  /// {@return the name in the case in which it is stored and compared}
  ///
  /// Only the letters of ASCII are lowered. Unicode's rule would make a `k` of the Kelvin sign, and
  /// so a handle of what is none.
  ///
  /// @param name as somebody typed it
  public static String canonical(String name) {
    StringBuilder lower = new StringBuilder(name.length());
    name.chars()
        .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
        .forEach(c -> lower.append((char) c));
    return lower.toString();
  }

  /// {@return whether the canonical name may belong to an account}
  ///
  /// @param handle a name in lower case
  public static boolean isHandle(String handle) {
    return handle.length() >= MIN_HANDLE_LENGTH
        && handle.length() <= MAX_HANDLE_LENGTH
        && isLetter(handle.charAt(0))
        && handle.chars().allMatch(Handles::isNameCharacter);
  }

  /// {@return whether the canonical name, without `#`, may belong to a group}
  ///
  /// @param name a name in lower case
  public static boolean isGroupName(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_GROUP_NAME_LENGTH
        && name.chars().allMatch(Handles::isNameCharacter);
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isNameCharacter(int c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
  }
}

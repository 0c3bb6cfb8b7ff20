package dev.parley.deploy.bench.scenario;

import java.nio.charset.StandardCharsets;

/// What the lines of one member's conversation begin with, and whose messages it may bring.
///
/// @param reader as it is named in violations
/// @param post command up to the text, such as `message bob `
/// @param acknowledgement reply up to the seq, such as `+ok message @bob `
/// @param message event up to the seq, behind its `* `, such as `msg @bob `
/// @param membership event up to the seq, behind its `* `, such as `member #room `
/// @param author the member's own number, for the stamps of its texts
/// @param firstAuthor lowest number among the others that post
/// @param authors how many others post; their numbers follow one another
@SuppressWarnings("ArrayRecordComponent") // read for every line, never compared
record Part(
    String reader,
    byte[] post,
    byte[] acknowledgement,
    byte[] message,
    byte[] membership,
    int author,
    int firstAuthor,
    int authors) {

  /// {@return the part of one of two that talk to each other}
  static Part direct(String handle, int author, String peer, int peerAuthor) {
    return of(handle, "message " + peer + " ", "@" + peer, author, peerAuthor, 1);
  }

  /// {@return the part of a member of a group, whose first members post}
  static Part group(String handle, int author, String group, int authors) {
    return of(handle, "message group " + group + " ", "#" + group, author, 0, authors);
  }

  private static Part of(
      String handle, String post, String target, int author, int firstAuthor, int authors) {
    return new Part(
        handle + " in " + target,
        ascii(post),
        ascii("+ok message " + target + " "),
        ascii("msg " + target + " "),
        ascii("member " + target + " "),
        author,
        firstAuthor,
        authors);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// {@return the command up to the text}
  String postText() {
    return new String(post, StandardCharsets.US_ASCII);
  }
}

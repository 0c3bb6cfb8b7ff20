package dev.parley.gateway.door.ssh;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.line.LineEncoder;
import java.nio.charset.StandardCharsets;

/// What a script gets of an answer: of a listing its rows, else what was done; of an error its code
/// and a sentence, on the error stream.
///
/// @param out for the standard output
/// @param error for the error stream
/// @param status 0 if the command was done, 1 if not, 2 if it was no command
@SuppressWarnings("ArrayRecordComponent") // written out, never compared
record CommandOutput(byte[] out, byte[] error, int status) {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final String OK = "+ok ";
  private static final String ROW = "= ";

  /// {@return what is said of an answer}
  static CommandOutput of(Reply reply) {
    return reply instanceof Reply.Failed failed
        ? failed(failed)
        : new CommandOutput(bytes(answer(reply)), bytes(""), 0);
  }

  /// {@return what is said of a refusal}
  static CommandOutput failed(Reply.Failed failed) {
    int status = failed.code() == ErrorCode.BAD_COMMAND ? USAGE : FAILED;
    String line = line(failed).substring("-err ".length());
    return new CommandOutput(bytes(""), bytes("parley: " + line), status);
  }

  /// {@return what is said of a line that is no command}
  static CommandOutput usage(String why) {
    return failed(new Reply.Failed(ErrorCode.BAD_COMMAND, why));
  }

  private static String answer(Reply reply) {
    String lines = line(reply);
    if (!isListing(reply)) {
      return lines.startsWith(OK) ? lines.substring(OK.length()) : lines;
    }
    StringBuilder rows = new StringBuilder(lines.length());
    lines
        .lines()
        .filter(line -> line.startsWith(ROW))
        .forEach(line -> rows.append(line, ROW.length(), line.length()).append('\n'));
    return rows.toString();
  }

  private static boolean isListing(Reply reply) {
    return switch (reply) {
      case Reply.Helped _, Reply.Members _, Reply.Groups _, Reply.Online _ -> true;
      case Reply.Recent _, Reply.Missed _, Reply.History _, Reply.Pinned _ -> true;
      case Reply.Keys _, Reply.Muted _, Reply.Traced _ -> true;
      case Reply.UploadOffered _, Reply.DownloadOffered _ -> true;
      case Reply.Edits _, Reply.Found _, Reply.Conversations _ -> true;
      case Reply.Failed _, Reply.Registered _, Reply.Proven _, Reply.LoggedIn _ -> false;
      case Reply.Done _, Reply.PasswordChanged _, Reply.LoggedOut _, Reply.Posted _ -> false;
      case Reply.GroupEntered _, Reply.GroupChanged _, Reply.Pinged _ -> false;
      case Reply.KeyChanged _, Reply.Devices _ -> false;
      case Reply.BlockChanged _, Reply.Changed _ -> false;
    };
  }

  private static String line(Reply reply) {
    return new String(LineEncoder.INSTANCE.encode(reply), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return SafeText.bytes(text.getBytes(StandardCharsets.UTF_8));
  }
}

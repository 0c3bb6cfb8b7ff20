package dev.parley.gateway.request.line;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestPipeline;
import java.util.regex.Pattern;

/// What is read from one client: lines become requests. Confined to the connection's event loop.
public final class LineConversation implements LineFramer.Sink {
  /// A browser can be made to send chat commands in the body of a form; none starts like this. The
  /// end of the line is not looked at: a long path would push it out of sight.
  private static final Pattern HTTP =
      Pattern.compile("(GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH|CONNECT|TRACE|PRI) ");

  private final DoorConnection connection;
  private final RequestPipeline pipeline;
  private final int maxLine;
  private boolean begun;

  /// Reads for one connection.
  ///
  /// @param connection the connection
  /// @param pipeline takes its requests
  /// @param maxLine longest line, in bytes
  public LineConversation(DoorConnection connection, RequestPipeline pipeline, int maxLine) {
    this.connection = connection;
    this.pipeline = pipeline;
    this.maxLine = maxLine;
  }

  @Override
  public void onLine(String line) {
    if (connection.isClosed() || isHttp(line)) {
      return;
    }
    Request request = LineParser.parse(line);
    if (request != null) {
      pipeline.onRequest(request);
    }
  }

  @Override
  public void onTooLong(String beginning) {
    refuse(beginning, ErrorCode.TOO_LONG, "a line has at most " + maxLine + " bytes");
  }

  @Override
  public void onMalformed(String beginning) {
    refuse(beginning, ErrorCode.BAD_COMMAND, "the line is not UTF-8");
  }

  /// {@return whether the first line is none of this protocol; the connection is closed then}
  private boolean isHttp(String line) {
    if (!begun && HTTP.matcher(line).lookingAt()) {
      connection.close(CloseReason.PROTOCOL);
      return true;
    }
    begun = true;
    return false;
  }

  private void refuse(String beginning, ErrorCode code, String message) {
    if (!connection.isClosed() && !isHttp(beginning)) {
      pipeline.onRequest(new Request.Malformed(new Reply.Failed(code, message)));
    }
  }
}

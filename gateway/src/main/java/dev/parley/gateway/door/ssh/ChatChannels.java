package dev.parley.gateway.door.ssh;

import java.io.IOException;
import java.util.Set;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.session.ServerSession;

/// Makes the one kind of channel that there is: for a shell or a command, with nothing that a chat
/// does not need. Agents, X11 and subsystems are refused, and so is every variable of the
/// environment but those that say how to print.
final class ChatChannels implements ChannelFactory {
  @Override
  public String getName() {
    return "session";
  }

  @Override
  public Channel createChannel(Session session) {
    return new ChatChannel();
  }

  private static final class ChatChannel extends ChannelSession {
    private static final Set<String> VARIABLES = Set.of("TERM", "NO_COLOR", "LANG");
    private static final int MAX_VALUE = 64;

    @Override
    protected RequestHandler.Result handleEnvParsed(String name, String value) throws IOException {
      return VARIABLES.contains(name) && value.length() <= MAX_VALUE
          ? super.handleEnvParsed(name, value)
          : RequestHandler.Result.ReplyFailure;
    }

    @Override
    protected RequestHandler.Result handleSubsystemParsed(String type, String subsystem) {
      return RequestHandler.Result.ReplyFailure;
    }

    @Override
    protected RequestHandler.Result handleAgentForwardingParsed(String type) {
      return RequestHandler.Result.ReplyFailure;
    }

    @Override
    protected RequestHandler.Result handleX11ForwardingParsed(
        String type,
        ServerSession session,
        boolean single,
        String protocol,
        String cookie,
        int screen) {
      return RequestHandler.Result.ReplyFailure;
    }
  }
}

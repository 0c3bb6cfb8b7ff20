package dev.parley.gateway.request.group;

import dev.parley.contracts.delivery.MemberList;
import dev.parley.contracts.delivery.MutedMember;
import dev.parley.contracts.query.ListMembers;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.GroupRequest;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.request.Target.Names;
import dev.parley.gateway.session.Session;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// `group members` and `group muted`: who belongs to a group of one's own, and who of them may not
/// write there.
public final class MemberHandlers {
  private MemberHandlers() {}

  /// {@return does `group members`}
  ///
  /// @param exchange asks routing-service
  public static RequestHandler<GroupRequest.ListMembers> members(Exchange exchange) {
    return (caller, request) -> {
      String group = Names.group(request.name());
      return list(exchange, caller, group)
          .thenApply(list -> new Reply.Members(group, list.accounts(), muted(list)));
    };
  }

  /// {@return does `group muted`}
  ///
  /// @param exchange asks routing-service
  public static RequestHandler<GroupRequest.ListMuted> muted(Exchange exchange) {
    return (caller, request) -> {
      String group = Names.group(request.name());
      return list(exchange, caller, group).thenApply(list -> new Reply.Muted(group, muted(list)));
    };
  }

  private static List<MutedMember> muted(MemberList list) {
    List<MutedMember> muted = list.muted();
    return muted == null ? List.of() : muted;
  }

  private static CompletableFuture<MemberList> list(
      Exchange exchange, Caller caller, String group) {
    Session session = caller.requireSession();
    return exchange.askQuery(
        caller.loop(),
        session.id(),
        MemberList.class,
        replyTo -> new ListMembers(session.account(), group, replyTo));
  }
}

package dev.parley.gateway.request.group;

import dev.parley.contracts.conversation.AddMembers;
import dev.parley.contracts.conversation.CreateGroup;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.conversation.LeaveGroup;
import dev.parley.contracts.conversation.MuteMember;
import dev.parley.contracts.conversation.RemoveMember;
import dev.parley.contracts.conversation.UnmuteMember;
import dev.parley.gateway.door.Reply.GroupChange;
import dev.parley.gateway.door.Reply.GroupChanged;
import dev.parley.gateway.door.Reply.GroupEntered;
import dev.parley.gateway.request.GroupRequest;
import dev.parley.gateway.request.OwnerOrder;
import dev.parley.gateway.request.Target.Names;
import dev.parley.gateway.session.Session;
import java.util.List;

/// The verbs that change a group, as orders to its owner.
public final class GroupOrders {
  private GroupOrders() {}

  /// `create group`: makes a closed group with its first members.
  ///
  /// @param session who asks
  /// @param request what is asked
  /// @return the order
  public static OwnerOrder create(Session session, GroupRequest.CreateGroup request) {
    String group = Names.group(request.name());
    List<String> members = handles(request.users());
    String id = session.nextClientMessageId();
    return new OwnerOrder(
        group,
        replyTo -> new CreateGroup(group, session.account(), members, id, replyTo),
        new GroupEntered(group));
  }

  /// `/group NAME`: joins an open group, which is made if there is none.
  ///
  /// @param session who asks
  /// @param request what is asked
  /// @return the order
  public static OwnerOrder join(Session session, GroupRequest.JoinGroup request) {
    String group = Names.group(request.name());
    String id = session.nextClientMessageId();
    return new OwnerOrder(
        group,
        replyTo -> new JoinGroup(group, session.account(), id, replyTo),
        new GroupEntered(group));
  }

  /// `group add`: adds members to a group.
  ///
  /// @param session who asks
  /// @param request what is asked
  /// @return the order
  public static OwnerOrder add(Session session, GroupRequest.AddMembers request) {
    String group = Names.group(request.name());
    List<String> accounts = handles(request.users());
    String id = session.nextClientMessageId();
    return new OwnerOrder(
        group,
        replyTo -> new AddMembers(group, session.account(), accounts, id, replyTo),
        new GroupChanged(GroupChange.ADD, group));
  }

  /// `group remove`: removes a member from a group.
  ///
  /// @param session who asks
  /// @param request what is asked
  /// @return the order
  public static OwnerOrder remove(Session session, GroupRequest.RemoveMember request) {
    String group = Names.group(request.name());
    String account = Names.handle(request.user());
    String id = session.nextClientMessageId();
    return new OwnerOrder(
        group,
        replyTo -> new RemoveMember(group, session.account(), account, id, replyTo, session.role()),
        new GroupChanged(GroupChange.REMOVE, group));
  }

  /// `group mute`: lets a member no longer write in a group.
  ///
  /// @param session who asks
  /// @param request what is asked
  /// @return the order
  public static OwnerOrder mute(Session session, GroupRequest.MuteMember request) {
    String group = Names.group(request.name());
    String account = Names.handle(request.user());
    Integer minutes = request.minutes();
    String id = session.nextClientMessageId();
    return new OwnerOrder(
        group,
        replyTo ->
            new MuteMember(group, session.account(), account, minutes, id, replyTo, session.role()),
        new GroupChanged(GroupChange.MUTE, group));
  }

  /// `group unmute`: lets somebody write in a group again.
  ///
  /// @param session who asks
  /// @param request what is asked
  /// @return the order
  public static OwnerOrder unmute(Session session, GroupRequest.UnmuteMember request) {
    String group = Names.group(request.name());
    String account = Names.handle(request.user());
    String id = session.nextClientMessageId();
    return new OwnerOrder(
        group,
        replyTo -> new UnmuteMember(group, session.account(), account, id, replyTo, session.role()),
        new GroupChanged(GroupChange.UNMUTE, group));
  }

  /// `group leave`: leaves a group.
  ///
  /// @param session who asks
  /// @param request what is asked
  /// @return the order
  public static OwnerOrder leave(Session session, GroupRequest.LeaveGroup request) {
    String group = Names.group(request.name());
    String id = session.nextClientMessageId();
    return new OwnerOrder(
        group,
        replyTo -> new LeaveGroup(group, session.account(), id, replyTo),
        new GroupChanged(GroupChange.LEAVE, group));
  }

  private static List<String> handles(List<String> typed) {
    return typed.stream().map(Names::handle).distinct().toList();
  }
}

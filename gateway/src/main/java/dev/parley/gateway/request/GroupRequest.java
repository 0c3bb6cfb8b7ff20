package dev.parley.gateway.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client asks about groups.
public sealed interface GroupRequest extends Request {
  /// Asks for a closed group.
  ///
  /// @param name its name
  /// @param users who else is to be a member
  record CreateGroup(String name, List<String> users) implements GroupRequest {}

  /// Asks to join an open group, which is made if there is none.
  ///
  /// @param name its name
  record JoinGroup(String name) implements GroupRequest {}

  /// Asks to add members.
  ///
  /// @param name name of the group
  /// @param users who is to be a member
  record AddMembers(String name, List<String> users) implements GroupRequest {}

  /// Asks to remove a member.
  ///
  /// @param name name of the group
  /// @param user who is to go
  record RemoveMember(String name, String user) implements GroupRequest {}

  /// Asks that a member may no longer write in a group.
  ///
  /// @param name name of the group
  /// @param user who is to be silent
  /// @param minutes for how long, 1 to a year, or `null` until it is taken back
  record MuteMember(String name, String user, @Nullable Integer minutes) implements GroupRequest {}

  /// Asks that somebody may write in a group again.
  ///
  /// @param name name of the group
  /// @param user who is muted
  record UnmuteMember(String name, String user) implements GroupRequest {}

  /// Asks to leave a group.
  ///
  /// @param name its name
  record LeaveGroup(String name) implements GroupRequest {}

  /// Asks who belongs to a group.
  ///
  /// @param name its name
  record ListMembers(String name) implements GroupRequest {}

  /// Asks who may not write in a group.
  ///
  /// @param name its name
  record ListMuted(String name) implements GroupRequest {}

  /// Asks for the groups that one may know of.
  record ListGroups() implements GroupRequest {}
}

package dev.parley.contracts.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers `ListMembers`.
///
/// @param request number of the request
/// @param accounts handles, sorted
/// @param muted those who may not write there now, by handle; `null` if nobody is
public record MemberList(long request, List<String> accounts, @Nullable List<MutedMember> muted)
    implements Reply {
  /// Makes an answer of a group where everybody may write.
  ///
  /// @param request number of the request
  /// @param accounts handles, sorted
  public MemberList(long request, List<String> accounts) {
    this(request, accounts, null);
  }
}

package dev.parley.routing.group;

import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How large a group may be, and in how many groups an account may be.
@Singleton
public final class GroupLimits {
  private final GroupConfig config;

  /// Prepares the check.
  ///
  /// @param config the limits
  public GroupLimits(GroupConfig config) {
    this.config = config;
  }

  /// {@return why the accounts cannot all become members, or `null` if they can}
  ///
  /// @param group the group, which may not exist yet
  /// @param joiners handles that are not members yet; their groups are counted
  /// @param step the record being applied
  @Nullable Refusal check(Draft group, List<String> joiners, Step step) {
    if (group.members().size() + joiners.size() > config.maxMembers()) {
      return Refusal.badCommand("a group has at most %d members".formatted(config.maxMembers()));
    }
    for (String joiner : joiners) {
      if (step.groupCounts().of(joiner) >= config.maxPerAccount()) {
        return Refusal.badCommand(
            "%s is in %d groups already, which is the most"
                .formatted(joiner, config.maxPerAccount()));
      }
    }
    return null;
  }
}

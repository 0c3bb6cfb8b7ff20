package dev.parley.contracts.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.auth.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MuteMemberTest {
  @ParameterizedTest
  @ValueSource(ints = {1, MuteMember.MAX_MINUTES})
  void lastsFromAMinuteToAYear(int minutes) {
    assertThat(mute(minutes).minutes()).isEqualTo(minutes);
  }

  @Test
  void mayLastUntilItIsTakenBack() {
    assertThat(mute(null).minutes()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, MuteMember.MAX_MINUTES + 1})
  void lastsNoOtherTime(int minutes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mute(minutes))
        .withMessage("minutes must be 1 to 525600, got " + minutes);
  }

  private static MuteMember mute(@Nullable Integer minutes) {
    ReplyTo replyTo = new ReplyTo("gw-1", 1);
    return new MuteMember("#team", "alice", "bob", minutes, "c1", replyTo, Role.MODERATOR);
  }
}

package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
  @Test
  void hasExactlyTheCodesOfThePublicProtocol() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::wireName))
        .containsExactly(
            "bad_command",
            "too_long",
            "bad_name",
            "not_logged_in",
            "already_logged_in",
            "name_taken",
            "registration_closed",
            "bad_credentials",
            "locked",
            "weak_password",
            "disabled",
            "bad_key",
            "bad_device",
            "no_such_user",
            "no_such_group",
            "group_exists",
            "not_member",
            "no_such_message",
            "no_such_file",
            "no_room",
            "not_author",
            "too_late",
            "not_allowed",
            "muted",
            "blocked",
            "encrypted",
            "not_encrypted",
            "rate_limited",
            "unavailable",
            "internal");
  }
}

package dev.parley.auth.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceLinkTest {
  private static final DeviceLink FIRST = Links.first("alice", 1);

  @Test
  void isReadFromItsBytes() {
    assertThat(FIRST.number()).isEqualTo(1);
    assertThat(FIRST.previous()).isEqualTo(DeviceLink.NONE);
    assertThat(FIRST.account()).isEqualTo("alice");
    assertThat(FIRST.adds()).isTrue();
    assertThat(FIRST.body()).isEqualTo(Links.statement(1));
  }

  @Test
  void isNotReadWhereverItIsCut() {
    byte[] bytes = Base64.getUrlDecoder().decode(FIRST.wire());
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(bytes, length);
      assertThat(DeviceLink.read(Base64.getUrlEncoder().withoutPadding().encodeToString(cut)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not base64!", "AAAA"})
  void isNotReadFromAnythingElse(String wire) {
    assertThat(DeviceLink.read(wire)).isEmpty();
    assertThat(DeviceLink.read("A".repeat(DeviceLink.MAX_LENGTH + 1))).isEmpty();
  }

  @Test
  void fitsOnlyInItsPlace() {
    DeviceRules rules = new DeviceRules(2, 4);
    DeviceLink second = Links.after(FIRST, 2);
    DeviceLink third = Links.after(second, 3);

    assertThat(rules.check(java.util.List.of(), FIRST)).isNull();
    assertThat(rules.check(java.util.List.of(FIRST), second)).isNull();
    assertThat(rules.check(java.util.List.of(FIRST), third)).contains("fetch it");
    assertThat(rules.check(java.util.List.of(FIRST, second), third)).contains("at most 2 devices");
    assertThat(rules.check(java.util.List.of(FIRST, second), Links.revoking(second))).isNull();
    assertThat(new DeviceRules(2, 1).check(java.util.List.of(FIRST), second))
        .contains("start over");
  }
}

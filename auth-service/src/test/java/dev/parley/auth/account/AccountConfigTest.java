package dev.parley.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.auth.Configs;
import dev.parley.auth.account.AccountConfig.Registration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountConfigTest {
  private static final String KEY = "parley.auth.account.registration";

  @Test
  void hasThisDefault() {
    assertThat(Configs.of(AccountConfig.class, Map.of()).registration())
        .isEqualTo(Registration.OPEN);
  }

  @Test
  void takesEveryValueFromItsKey() {
    assertThat(Configs.of(AccountConfig.class, Map.of(KEY, "closed")).registration())
        .isEqualTo(Registration.CLOSED);
  }

  @Test
  void isNotOpenByAMistakeInWriting() {
    assertThatThrownBy(() -> Configs.of(AccountConfig.class, Map.of(KEY, "close")))
        .hasMessageContaining(KEY);
  }
}

package dev.parley.deploy.local.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.local.console.TroubleException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSettingsTest {

  private final KnownSettings known = new KnownSettings();

  @BeforeEach
  void learn() {
    known.add(
        new MappedSettings(
            List.of(
                "parley.auth.account.registration",
                "parley.auth.lockout.failures",
                "parley.gateway.tls.hosts",
                "parley.routing.rebuild.targets"),
            List.of("parley.routing.rebuild.targets")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parley.auth.account.registration",
        "parley.gateway.tls.hosts[0]",
        "parley.routing.rebuild.targets.3",
        "quarkus.log.level"
      })
  void takesWhatAServiceHasAndWhatIsNotParleys(String key) {
    // When
    known.check(List.of(key));
  }

  @ParameterizedTest
  @CsvSource({
    "parley.auth.acount.registration, parley.auth.account.registration",
    "parley.auth.account.registation, parley.auth.account.registration",
    "parley.auth.lockout.failure, parley.auth.lockout.failures",
    "parley.auth.lockout.failures.most, parley.auth.lockout.failures"
  })
  void namesTheSettingThatAMisspeltOneIsNearestTo(String key, String nearest) {
    assertThatThrownBy(() -> known.check(List.of("quarkus.log.level", key)))
        .isInstanceOfSatisfying(
            TroubleException.class, trouble -> assertThat(trouble.cure()).contains(nearest))
        .hasMessage("no service has the setting " + key);
  }

  @Test
  void saysNothingWhereNoServiceTellsWhatItHas() {
    // When
    new KnownSettings().check(List.of("parley.any.thing"));
  }
}

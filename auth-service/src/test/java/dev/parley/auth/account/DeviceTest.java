package dev.parley.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Deed;
import dev.parley.auth.Outcome;
import dev.parley.auth.device.DeviceLink;
import dev.parley.auth.device.Links;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.auth.FetchDevices;
import dev.parley.contracts.auth.LinkDevice;
import dev.parley.contracts.auth.RequestDevice;
import dev.parley.contracts.delivery.DeviceList;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceTest {
  private static final DeviceLink FIRST = Links.first("alice", 1);

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void registerAlice() {
    scene = new Scene(folder);
    scene.ask(scene.requests.register("alice", "wonderland 1"));
  }

  private Outcome link(DeviceLink link, boolean restart) {
    return scene.ask(
        new LinkDevice("alice", link.wire(), restart, Requests.ORIGIN, scene.requests.replyTo()));
  }

  private DeviceList fetch(String by) {
    return (DeviceList) scene.ask(new FetchDevices("alice", by, scene.requests.replyTo())).reply();
  }

  @Test
  void showsTheListToEverybody() {
    // When
    Outcome outcome = link(FIRST, false);

    // Then
    assertThat(outcome.deeds()).containsExactly(new Deed(AuditAction.DEVICE_LINKED, "1"));
    assertThat(fetch("bob").links()).containsExactly(FIRST.wire());
  }

  @Test
  void showsWhatWaitsToItsOwnerOnly() {
    // When
    scene.ask(
        new RequestDevice("alice", Links.statement(2), Requests.ORIGIN, scene.requests.replyTo()));

    // Then
    assertThat(fetch("alice").waiting()).containsExactly(Links.statement(2));
    assertThat(fetch("bob").waiting()).isEmpty();
  }

  @Test
  void refusesTheLinkOfAnothersList() {
    assertThat(Scene.code(link(Links.first("bob", 1), false))).isEqualTo(ErrorCode.BAD_DEVICE);
  }

  @Test
  void refusesWhatIsNoStatement() {
    Outcome outcome =
        scene.ask(new RequestDevice("alice", "x", Requests.ORIGIN, scene.requests.replyTo()));

    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.BAD_DEVICE);
  }

  @Test
  void tellsTheAuditOfANewIdentity() {
    // Given
    link(FIRST, false);

    // When
    Outcome outcome = link(Links.first("alice", 2), true);

    // Then
    assertThat(outcome.actions()).containsExactly(AuditAction.DEVICES_RESTARTED);
    assertThat(fetch("bob").links()).hasSize(1).doesNotContain(FIRST.wire());
  }
}

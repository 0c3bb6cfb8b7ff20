package dev.parley.cli.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {
  private final Devices alice = Devices.of("alice");
  private final DeviceKeys phone = Devices.keys();

  @Test
  void addAndRevokeDevices() {
    // When
    DeviceList list = alice.add(phone, 5).revoke(phone, 9).list();

    // Then
    assertThat(list.devices()).hasSize(2);
    assertThat(list.good()).extracting(Device::id).containsExactly(alice.keysOfFirst().id());
    assertThat(list.device(phone.id()).orElseThrow().revokedAt()).isEqualTo(9);
  }

  @Test
  void areNotBelievedFromARevokedDevice() {
    // Given
    DeviceList list = alice.add(phone, 5).revoke(phone, 9).list();
    String link = Links.add(list, alice.statement(Devices.keys()), 10, phone);

    // Then
    assertThatExceptionOfType(BadListException.class)
        .isThrownBy(() -> DeviceList.read("alice", plus(list.links(), link)));
  }

  @Test
  void areNotBelievedFromAStranger() {
    // Given
    DeviceList list = alice.list();
    String link = Links.add(list, alice.statement(phone), 10, phone);

    // Then
    assertThatExceptionOfType(BadListException.class)
        .isThrownBy(() -> DeviceList.read("alice", plus(list.links(), link)));
  }

  @Test
  void areNotBelievedOfAnotherAccount() {
    assertThatExceptionOfType(BadListException.class)
        .isThrownBy(() -> DeviceList.read("mallory", alice.list().links()));
  }

  @Test
  void areRefusedWhereTheyAreNoLinks() {
    for (String link : List.of("", "AAAA", "not base64!")) {
      assertThatExceptionOfType(BadListException.class)
          .isThrownBy(() -> DeviceList.read("alice", List.of(link)));
    }
  }

  @Test
  void areRefusedWhereThereAreMoreThanAnyListHas() {
    assertThatExceptionOfType(BadListException.class)
        .isThrownBy(() -> DeviceList.read("alice", Collections.nCopies(1_001, "A")))
        .withMessage("a list has at most 1000 links, and this one has 1001");
    assertThatExceptionOfType(BadListException.class)
        .isThrownBy(() -> DeviceList.read("alice", List.of("A".repeat(1_401))))
        .withMessage("a link has at most 1400 characters, got 1401");
    assertThatExceptionOfType(BadListException.class)
        .isThrownBy(() -> DeviceList.read("alice", List.of("A".repeat(1_400))))
        .withMessageEndingWith("is of another kind");
  }

  @Test
  void addNoMoreDevicesThanATextHasRoomFor() {
    // Given
    for (int i = 1; i < 8; i++) {
      alice.add(i == 1 ? phone : Devices.keys(), 5);
    }
    DeviceList full = alice.list();
    String link = Links.add(full, alice.statement(Devices.keys()), 10, alice.keysOfFirst());

    // Then
    assertThat(full.good()).hasSize(8);
    assertThatExceptionOfType(BadListException.class)
        .isThrownBy(() -> DeviceList.read("alice", plus(full.links(), link)))
        .withMessage("link 9 adds a device to 8 others");
    assertThat(alice.revoke(phone, 9).add(Devices.keys(), 10).list().good()).hasSize(8);
  }

  @Test
  void goOnOnlyFromWhatWasThereBefore() {
    // Given
    List<String> before = alice.list().links();
    List<String> after = alice.add(phone, 5).list().links();

    // Then
    assertThat(DeviceList.goesOn(before, after)).isTrue();
    assertThat(DeviceList.goesOn(before, before)).isTrue();
    assertThat(DeviceList.goesOn(after, before)).isFalse();
    assertThat(DeviceList.goesOn(before, Devices.of("alice").list().links())).isFalse();
    assertThat(DeviceList.goesOn(before, List.of())).isFalse();
  }

  @Test
  void cutLongNamesInStatements() {
    // Given
    String statement = Device.state("alice", "🔒".repeat(100), 1, phone);

    // Then
    assertThat(Device.read(statement, "alice").name()).isEqualTo("🔒".repeat(64));
  }

  private static List<String> plus(List<String> links, String link) {
    return java.util.stream.Stream.concat(links.stream(), java.util.stream.Stream.of(link))
        .toList();
  }
}

package dev.parley.auth.sshkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [SshKeyStore] does.
public abstract class SshKeyStoreContract {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");

  private final String handle = "k" + UUID.randomUUID().toString().substring(0, 18);

  protected SshKeyStoreContract() {}

  protected abstract SshKeyStore store();

  protected abstract void addAccount(String handle);

  private static StoredKey key(int number) {
    return new StoredKey(
        "ssh-ed25519", "SHA256:" + number, new byte[] {1, 2}, "", NOON.plusSeconds(number));
  }

  @Test
  void listsWhatWasAddedOldestFirst() {
    // Given
    addAccount(handle);

    // When
    store().add(handle, key(2), 5);
    store().add(handle, key(1), 5);

    // Then
    assertThat(store().list(handle))
        .extracting(StoredKey::fingerprint)
        .containsExactlyInAnyOrder("SHA256:1", "SHA256:2");
    assertThat(store().list(handle).getFirst().blob()).containsExactly(1, 2);
  }

  @Test
  void keepsAKeyThatIsThere() {
    // Given
    addAccount(handle);
    store().add(handle, key(1), 1);

    // When
    SshKeyStore.Added again = store().add(handle, key(1), 1);

    // Then
    assertThat(again).isEqualTo(SshKeyStore.Added.DONE);
    assertThat(store().list(handle)).hasSize(1);
  }

  @Test
  void addsNoMoreThanAnAccountMayHave() {
    // Given
    addAccount(handle);
    store().add(handle, key(1), 1);

    // When / Then
    assertThat(store().add(handle, key(2), 1)).isEqualTo(SshKeyStore.Added.FULL);
    assertThat(store().list(handle)).hasSize(1);
  }

  @Test
  void addsNoneToNobody() {
    // When / Then
    assertThat(store().add(handle, key(1), 1)).isEqualTo(SshKeyStore.Added.NO_ACCOUNT);
  }

  @Test
  void removesAKeyOnce() {
    // Given
    addAccount(handle);
    store().add(handle, key(1), 1);

    // When / Then
    assertThat(store().remove(handle, "SHA256:1")).isTrue();
    assertThat(store().remove(handle, "SHA256:1")).isFalse();
    assertThat(store().list(handle)).isEmpty();
  }
}

package dev.parley.auth.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.device.DeviceStore.Linked;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [DeviceStore] does.
public abstract class DeviceStoreContract {
  private static final DeviceRules RULES = new DeviceRules(2, 4);

  private final String handle = "d" + UUID.randomUUID().toString().substring(0, 18);
  private final DeviceLink first = Links.first(handle, 1);

  protected DeviceStoreContract() {}

  protected abstract DeviceStore store();

  protected abstract void addAccount(String handle);

  private Linked add(DeviceLink link) {
    return store().add(link, false, RULES);
  }

  @Test
  void listsLinksOldestFirst() {
    // Given
    addAccount(handle);
    DeviceLink second = Links.after(first, 2);

    // When
    Linked one = add(first);
    Linked two = add(second);

    // Then
    assertThat(one).isEqualTo(new Linked.Done());
    assertThat(two).isEqualTo(new Linked.Done());
    assertThat(store().links(handle)).containsExactly(first.wire(), second.wire());
  }

  @Test
  void takesTheLastLinkAgain() {
    // Given
    addAccount(handle);
    add(first);

    // When
    Linked again = add(first);

    // Then
    assertThat(again).isEqualTo(new Linked.Done());
    assertThat(store().links(handle)).hasSize(1);
  }

  @Test
  void takesNoLinkThatFollowsAnother() {
    // Given
    addAccount(handle);
    add(first);

    // When / Then
    assertThat(add(Links.after(Links.first(handle, 3), 2))).isInstanceOf(Linked.Unfit.class);
    assertThat(store().links(handle)).containsExactly(first.wire());
  }

  @Test
  void beginsAnew() {
    // Given
    addAccount(handle);
    add(first);
    add(Links.after(first, 2));
    DeviceLink other = Links.first(handle, 3);

    // When
    Linked restarted = store().add(other, true, RULES);

    // Then
    assertThat(restarted).isEqualTo(new Linked.Done());
    assertThat(store().links(handle)).containsExactly(other.wire());
  }

  @Test
  void letsADeviceWaitUntilItIsLinked() {
    // Given
    addAccount(handle);
    add(first);
    store().await(handle, Links.statement(2), 2);
    store().await(handle, Links.statement(2), 2);

    // When / Then
    assertThat(store().waiting(handle)).containsExactly(Links.statement(2));
    add(Links.after(first, 2));
    assertThat(store().waiting(handle)).isEmpty();
  }

  @Test
  void letsOnlyTheNewestWait() {
    // Given
    addAccount(handle);

    // When
    for (int device = 1; device <= 3; device++) {
      store().await(handle, Links.statement(device), 2);
    }

    // Then
    assertThat(store().waiting(handle)).containsExactly(Links.statement(2), Links.statement(3));
  }

  @Test
  void keepsNothingForNobody() {
    assertThat(add(first)).isEqualTo(new Linked.NoAccount());
    assertThat(store().await(handle, Links.statement(1), 2)).isFalse();
    assertThat(store().links(handle)).isEmpty();
  }
}

package dev.parley.presence.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.presence.Came;
import dev.parley.presence.effect.Cause;
import dev.parley.presence.effect.Effects;
import org.junit.jupiter.api.Test;

/// Batches that fail or come again.
class RepeatedRecordsTest extends SessionsFixture {

  @Test
  void changesNothingAndTellsTheSameWhenABatchComesAgain() {
    // Given
    Change[] batch = {
      log.openAt("g2", "alice", "s1"), log.takeOver("alice", "s2"), log.open("alice", "s3"),
    };
    Effects first = apply(batch);

    // When
    Effects again = apply(batch);

    // Then
    assertThat(again.deliveries()).isEqualTo(first.deliveries());
    assertThat(again.auditByPartition()).isEqualTo(first.auditByPartition());
    assertThat(again.announcements()).containsExactly(new Came("alice"));
  }

  @Test
  void keepsNothingOfABatchWhoseCommitFails() {
    // Given
    store.failAtNextCommit();
    var open = log.open("alice", "s1");

    // When
    assertThatThrownBy(() -> apply(open)).isInstanceOf(TemporaryFaultException.class);

    // Then
    assertThat(store.openByDoor()).isEmpty();
    assertThat(apply(open).deliveries()).containsExactly(done(open));
  }

  @Test
  void handlesATopicThatWasMadeAnewFromItsStart() {
    // Given
    apply(log.open("alice", "s1"), log.open("bob", "s2"));
    var anew =
        new Change.Opening(
            log.open("carol", "s3").request(), new Cause(Changes.PARTITION, 0, 1_800_000_000_000L));

    // When
    Effects effects = apply(anew);

    // Then
    assertThat(effects.announcements()).containsExactly(new Came("carol"));
  }
}

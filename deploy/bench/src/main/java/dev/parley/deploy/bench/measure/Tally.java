package dev.parley.deploy.bench.measure;

/// What the connections of one event loop got within the measured time. For the loop's thread; the
/// others may look once the load is over.
public final class Tally {

  private final Window window;
  private final Latency acknowledgement = new Latency();
  private final Latency delivery = new Latency();
  private final Latency lateness = new Latency();
  private long acknowledged;
  private long delivered;

  /// Starts at nothing.
  ///
  /// @param window tells what counts
  public Tally(Window window) {
    this.window = window;
  }

  /// Notes that a message was written.
  ///
  /// @param due when it was meant to be
  /// @param now when it was
  public void onPosted(long due, long now) {
    if (window.counts(due)) {
      lateness.record(now - due);
    }
  }

  /// Notes an acknowledgement.
  ///
  /// @param due when its message was meant to leave
  /// @param now when it came
  public void onAcknowledged(long due, long now) {
    if (window.counts(now)) {
      acknowledged++;
    }
    if (window.counts(due)) {
      acknowledgement.record(now - due);
    }
  }

  /// Notes a delivery.
  ///
  /// @param due when its message was meant to leave
  /// @param now when it came
  public void onDelivered(long due, long now) {
    if (window.counts(now)) {
      delivered++;
    }
    if (window.counts(due)) {
      delivery.record(now - due);
    }
  }

  /// Takes over what another one has noted.
  ///
  /// @param other not in use by its thread any more
  public void add(Tally other) {
    acknowledgement.add(other.acknowledgement);
    delivery.add(other.delivery);
    lateness.add(other.lateness);
    acknowledged += other.acknowledged;
    delivered += other.delivered;
  }

  /// {@return the figures}
  public Figures figures() {
    return new Figures(
        acknowledged / window.seconds(),
        delivered / window.seconds(),
        acknowledgement.quantiles(),
        delivery.quantiles(),
        lateness.quantiles());
  }
}

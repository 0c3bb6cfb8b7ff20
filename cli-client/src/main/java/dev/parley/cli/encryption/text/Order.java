package dev.parley.cli.encryption.text;

import dev.parley.cli.encryption.key.Kept.Mark;
import dev.parley.cli.encryption.key.Keyring;
import dev.parley.cli.encryption.key.Vault;
import dev.parley.cli.sealed.Context;
import dev.parley.cli.sealed.Problem;
import dev.parley.cli.sealed.UnopenedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Tells texts that come again, or in another order than they were written. A device gives each of
/// its texts a later time than the one before: so in the order of their numbers the times rise. The
/// latest text of each device is kept for good, of all others the newest 5,000 while this runs.
final class Order {
  private static final int MOST = 5_000;

  private final Keyring keyring;
  private final Map<String, Met> all = new HashMap<>();

  /// The texts of one device in one conversation.
  private static final class Met {
    private final TreeMap<Long, Long> times = new TreeMap<>();
    private final Map<String, Long> ids = new HashMap<>();
  }

  Order(Keyring keyring) {
    this.keyring = keyring;
  }

  /// Takes a text at its number.
  ///
  /// @throws UnopenedException if it cannot stand there
  void check(Context context, long seq) {
    String key = context.place().conversation() + " " + context.device();
    Mark mark = keyring.kept().marks().get(key);
    Met met = all.computeIfAbsent(key, _ -> new Met());
    if (mark != null) {
      met.times.put(mark.seq(), mark.time());
    }
    Long other = met.ids.get(context.clientId());
    if (other != null && other != seq) {
      throw new UnopenedException(Problem.REPLAYED);
    }
    long time = context.time();
    check(met.times.getOrDefault(seq, time) == time, Problem.REORDERED);
    check(met.times.lowerEntry(seq), time, -1);
    check(met.times.higherEntry(seq), time, 1);
    note(met, context, seq);
    if (mark == null || mark.seq() < seq) {
      keep(key, new Mark(seq, time));
    }
  }

  /// @param side -1: the neighbour stands before, and must be older; 1: behind, and newer
  private static void check(Map.Entry<Long, Long> neighbour, long time, int side) {
    if (neighbour != null) {
      int order = Long.compare(neighbour.getValue(), time);
      check(order != 0, Problem.REPLAYED);
      check(order == side, Problem.REORDERED);
    }
  }

  private static void note(Met met, Context context, long seq) {
    met.times.put(seq, context.time());
    met.ids.put(context.clientId(), seq);
    if (met.times.size() > MOST) {
      long oldest = Objects.requireNonNull(met.times.pollFirstEntry()).getKey();
      met.ids.values().remove(oldest);
    }
  }

  private void keep(String key, Mark mark) {
    Vault vault = keyring.vault();
    Map<String, Mark> moved = new HashMap<>(vault.kept().marks());
    moved.put(key, mark);
    vault.note(vault.kept().with(moved));
  }

  private static void check(boolean holds, Problem otherwise) {
    if (!holds) {
      throw new UnopenedException(otherwise);
    }
  }
}

package dev.parley.cli.sealed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Measures what a sealed message costs; the README of this module says how to run it. No test.
final class SealingCost {
  private static final int WARM_UP = 500;
  private static final int ROUNDS = 1_000;
  private static final String TEXT = "a message of forty-nine characters, as people say";

  private SealingCost() {}

  /// Prints size, mean and least time.
  public static void main(String[] arguments) {
    for (int devices : List.of(2, 8)) {
      Devices alice = Devices.of("alice");
      List<Device> readers = new ArrayList<>(alice.list().good());
      List<DeviceKeys> others = new ArrayList<>();
      while (readers.size() < devices) {
        Devices bob = Devices.of("bob");
        others.add(bob.keysOfFirst());
        readers.addAll(bob.list().good());
      }
      Place place = new Place("@alice+bob", "alice", Kind.MESSAGE, 0);
      Context context =
          new Context(place, alice.keysOfFirst().id(), "01234567-89ab-cdef-0123-456789abcdef", 1);
      Content content = new Content(TEXT, null);
      String sealed = SealedText.seal(content, context, alice.keysOfFirst(), readers);
      tell(
          "seal to %d devices, %d characters".formatted(devices, sealed.length()),
          () -> SealedText.seal(content, context, alice.keysOfFirst(), readers));
      List<DeviceKeys> own = List.of(others.getLast());
      DeviceList list = alice.list();
      tell("open", () -> SealedText.open(sealed, place, list, own));
    }
  }

  private static void tell(String what, Runnable work) {
    for (int i = 0; i < WARM_UP; i++) {
      work.run();
    }
    long[] nanos = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      work.run();
      nanos[i] = System.nanoTime() - start;
    }
    System.out.printf(
        "%s: mean %.2f ms, least %.2f ms%n",
        what,
        Arrays.stream(nanos).average().orElse(0) / 1e6,
        Arrays.stream(nanos).min().orElse(0) / 1e6);
  }
}

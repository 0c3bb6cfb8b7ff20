package dev.parley.gateway.door.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialTasksTest {
  private final SerialTasks tasks = new SerialTasks();
  private final List<Integer> done = new CopyOnWriteArrayList<>();

  @Test
  void keepsTheirOrder() {
    IntStream.range(0, 100).forEach(each -> tasks.execute(() -> done.add(each)));

    await().untilAsserted(() -> assertThat(done).hasSize(100).isSorted());
  }

  @Test
  void goesOnAfterOneThatFails() {
    tasks.execute(() -> {
      throw new IllegalStateException("fails");
    });
    tasks.execute(() -> done.add(1));

    await().untilAsserted(() -> assertThat(done).containsExactly(1));
  }
}

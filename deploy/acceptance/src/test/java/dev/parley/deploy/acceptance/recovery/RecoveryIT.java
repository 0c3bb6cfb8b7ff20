package dev.parley.deploy.acceptance.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.deploy.acceptance.line.HistoryRow;
import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.people.BulkHandles;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import dev.parley.deploy.acceptance.stack.ParleyStack.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One stack is backed up while people talk, restored into an empty folder, and made again from its
/// log. Long, so that the stack is started as seldom as can be.
@Tag("recovery")
class RecoveryIT {

  private static final Map<String, String> SETTINGS =
      Map.of("parley.gateway.limit.trusted", BulkHandles.all());

  /// With registration closed: this one stack of the tests is started with settings of its own.
  private static final Map<String, String> CLOSED =
      Map.of(
          "parley.gateway.limit.trusted",
          BulkHandles.all(),
          "parley.auth.account.registration",
          "closed");

  /// What a restore changes on purpose: decision 0015.
  private static final Set<String> TURNED_TO_THE_NEW_LOG =
      Set.of(
          "tables/routing/partition_progress.copy",
          "tables/presence/partition_progress.copy",
          "tables/presence/gateway.copy",
          "tables/presence/session.copy",
          "tables/presence/audit_topic.copy",
          "tables/auth/nonce.copy",
          "tables/auth/account.copy",
          "tables/parley/restore.copy");

  @TempDir Path folder = Path.of("");

  @Test
  void whatWasAcknowledgedComesBackFromABackupAndFromTheLog() throws Exception {
    Path passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse battery\n");
    Path encrypted = folder.resolve("backup");
    Path restored = ParleyStack.newHome();
    Path home;
    Talk talk;
    long acknowledged;

    // A backup, while messages flow.
    try (ParleyStack stack = ParleyStack.start(SETTINGS);
        var people = new People(stack)) {
      home = stack.home();
      talk = Talk.begin(people);
      acknowledged = talk.acknowledged();
      must(home, "backup", "--passphrase-file", passphrase.toString(), encrypted.toString());
      talk.stop();
      assertThat(Files.readAllBytes(encrypted)).isNotEmpty();

      restoresIntoAnEmptyFolder(encrypted, passphrase, restored);
      stack.stop();
      goesOnFromTheBackup(restored, home, talk, acknowledged);
      isMadeAgainFromTheLog(home);
    }
  }

  private void restoresIntoAnEmptyFolder(Path backup, Path passphrase, Path home)
      throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong"), "wrong horse battery\n");
    Command refused =
        ParleyStack.parley(
            home, "restore", "--passphrase-file", wrong.toString(), backup.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.errors()).contains("passphrase").contains("nothing was changed");
    assertThat(home.resolve("data")).doesNotExist();

    must(home, "restore", "--passphrase-file", passphrase.toString(), backup.toString());
    Map<String, String> before = digests(clear(backup, passphrase));
    Map<String, String> after = digests(backUp(home, "restored.zip"));
    before.keySet().removeAll(TURNED_TO_THE_NEW_LOG);
    after.keySet().removeAll(TURNED_TO_THE_NEW_LOG);
    assertThat(after).isEqualTo(before);
    assertThat(after.keySet())
        .contains("tables/routing/entry.copy", "data/tokens/token.jwk", "data/partitions")
        .anyMatch(entry -> entry.startsWith("data/tls/"))
        .anyMatch(entry -> entry.startsWith("data/ssh/"));
  }

  private void goesOnFromTheBackup(Path home, Path old, Talk talk, long acknowledged)
      throws IOException {
    try (ParleyStack stack = ParleyStack.start(home, CLOSED);
        var people = new People(stack)) {
      for (String key : List.of("tokens/token.jwk", "ssh/host_ed25519.fingerprint")) {
        assertThat(home.resolve("data").resolve(key))
            .hasSameBinaryContentAs(old.resolve("data").resolve(key));
      }
      LineClient alice = people.connect(stack.tcp());
      // The first login of a stack that has just started may be answered too late.
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() ->
              assertThat(
                      alice
                          .ask("login " + talk.from() + " " + talk.from().password() + " takeover")
                          .line())
                  .isEqualTo("+ok login " + talk.from()));

      List<HistoryRow> history = history(alice, talk.to().handle());
      assertThat(history.stream().map(HistoryRow::seq))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, history.size()).boxed().toList());
      assertThat((long) history.size()).isGreaterThanOrEqualTo(acknowledged);
      assertThat(alice.ask("message " + talk.to() + " after the restore").number())
          .isEqualTo(history.size() + 1);
      onlyAdministratorsMakeAccounts(home, people.connect(stack.tcp()));

      stack.stop();
      Command refused = ParleyStack.parley(home, "rebuild");
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.errors()).contains("restored from a backup").contains("cure:");
    }
  }

  private static void onlyAdministratorsMakeAccounts(Path home, LineClient somebody) {
    assertThat(somebody.ask("register newcomer correct-horse-battery").code())
        .isEqualTo("registration_closed");
    String told = must(home, "admin", "add-user", "newcomer").output();
    String password = told.lines().findFirst().orElseThrow().replaceFirst(".*: ", "");
    assertThat(somebody.ask("login newcomer " + password).line()).isEqualTo("+ok login newcomer");
  }

  private void isMadeAgainFromTheLog(Path home) {
    Backup before = backUp(home, "before.zip");
    Command rebuilt = must(home, "rebuild");
    assertThat(rebuilt.output()).contains("the same").doesNotContain("differs");
    Backup after = backUp(home, "after.zip");
    assertThat(after.conversationTables()).isEqualTo(before.conversationTables());
    for (String table : before.conversationTables()) {
      // The index follows the messages at leisure, so it may have been behind.
      if (!table.startsWith("search_")) {
        assertThat(after.conversationRows(table))
            .as(table)
            .isEqualTo(before.conversationRows(table));
      }
    }
    assertThat(after.conversationRows("entry")).isNotEmpty();
    assertThat(after.conversationRows("search_document"))
        .containsAll(before.conversationRows("search_document"));
  }

  private Backup backUp(Path home, String name) {
    Path file = folder.resolve(name);
    must(home, "backup", file.toString());
    return new Backup(file);
  }

  /// An archive in clear of an encrypted one: that of a folder into which it was restored by hand.
  private Backup clear(Path backup, Path passphrase) throws IOException {
    Path clear = folder.resolve("clear.zip");
    try {
      Process gpg =
          new ProcessBuilder(
                  "gpg",
                  "--batch",
                  "--quiet",
                  "--homedir",
                  Files.createDirectories(folder.resolve("gpg")).toString(),
                  "--pinentry-mode",
                  "loopback",
                  "--passphrase-file",
                  passphrase.toString(),
                  "--output",
                  clear.toString(),
                  "--decrypt",
                  backup.toString())
              .redirectErrorStream(true)
              .start();
      assertThat(gpg.waitFor()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Backup(clear);
  }

  private static Map<String, String> digests(Backup backup) {
    return new TreeMap<>(backup.digests());
  }

  private static Command must(Path home, String... arguments) {
    Command done = ParleyStack.parley(home, arguments);
    assertThat(done.code()).as("%s", done).isZero();
    return done;
  }

  private static List<HistoryRow> history(LineClient client, String with) {
    List<HistoryRow> all = new java.util.ArrayList<>();
    long before = Long.MAX_VALUE;
    while (true) {
      String page = before == Long.MAX_VALUE ? " 100" : " 100 before " + before;
      List<HistoryRow> rows =
          client.ask("history @" + with + page).rows().stream().map(HistoryRow::of).toList();
      if (rows.isEmpty()) {
        return all;
      }
      all.addAll(0, rows);
      before = rows.getFirst().seq();
    }
  }

  /// Two people, of whom one talks without a pause until it is told to stop.
  private static final class Talk {
    private final Person from;
    private final Person to;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final Thread thread;

    private Talk(Person from, Person to) {
      this.from = from;
      this.to = to;
      this.thread = Thread.ofPlatform().name("talk").unstarted(this::run);
    }

    static Talk begin(People people) {
      Talk talk = new Talk(people.busy().login(), people.online("bert"));
      talk.everyKindOfChange(people.online("carol"));
      talk.thread.start();
      org.awaitility.Awaitility.await().until(() -> talk.acknowledged() > 200);
      return talk;
    }

    Person from() {
      return from;
    }

    Person to() {
      return to;
    }

    long acknowledged() {
      return acknowledged.get();
    }

    void stop() throws InterruptedException {
      going.set(false);
      thread.join();
    }

    private void everyKindOfChange(Person carol) {
      String group = People.unique("team");
      to.must("create group " + group + " " + carol);
      long first = to.tellGroup(group, "first");
      long second = to.tellGroup(group, "second");
      to.must("edit #" + group + " " + first + " first, mended");
      to.must("delete #" + group + " " + second);
      carol.must("react #" + group + " " + first + " :thumbsup:");
      carol.must("pin #" + group + " " + first);
      carol.must("block " + to);
      carol.must("group leave " + group);
    }

    private void run() {
      while (going.get()) {
        acknowledged.set(from.tell(to, "message " + acknowledged.get()));
      }
    }
  }
}

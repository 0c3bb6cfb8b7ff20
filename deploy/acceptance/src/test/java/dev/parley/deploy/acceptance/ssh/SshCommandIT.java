package dev.parley.deploy.acceptance.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.program.Outcome;
import dev.parley.deploy.acceptance.program.Programs;
import dev.parley.deploy.acceptance.stack.Doors;
import dev.parley.deploy.acceptance.traffic.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnParley
@Needs("ssh")
class SshCommandIT {
  @TempDir private Path folder;

  @Test
  void givesRowsAndExitStatusToScripts(People people, Doors stack) {
    // Given
    OpenSsh ssh = new OpenSsh(stack.sshPort(), folder);
    Person bob = people.online("bob");
    Account alice = people.registered("alice").account();

    // Then
    Outcome rows = ssh.run(alice, "whoelse", "");
    assertThat(rows.status()).isZero();
    assertThat(rows.out().lines()).anyMatch(row -> row.startsWith(bob + " tcp "));
    assertThat(ssh.run(alice, "/ping " + bob, ""))
        .isEqualTo(new Outcome(0, "ping " + bob + " online\n", ""));
    assertThat(ssh.run(alice, "ping nobody-at-all", ""))
        .isEqualTo(new Outcome(1, "", "parley: no_such_user there is no user nobody-at-all\n"));
    assertThat(ssh.run(alice, "id; cat /etc/passwd", ""))
        .isEqualTo(new Outcome(2, "", "parley: bad_command no such command; try help\n"));
    assertThat(ssh.run(alice, "tata", "").status()).isZero();
  }

  @Test
  void takesATextFromTheInput(People people, Doors stack) {
    // Given
    OpenSsh ssh = new OpenSsh(stack.sshPort(), folder);
    Person bob = people.online("bob");
    Account alice = people.registered("alice").account();

    // When
    Outcome sent = ssh.run(alice, "message " + bob + " -", "two\nlines\n");

    // Then
    assertThat(sent).isEqualTo(new Outcome(0, "message @" + bob + " 1\n", ""));
    assertThat(bob.awaitMessage("two\nlines").seq()).isEqualTo(1);
    assertThat(ssh.run(alice, "message " + bob + " -", "x".repeat(50_000)).status()).isEqualTo(1);
  }

  @Test
  void worksBesideASessionUnseenAndTakesNoMail(People people, Doors stack) {
    // Given
    OpenSsh ssh = new OpenSsh(stack.sshPort(), folder);
    Person bob = people.online("bob");
    Person alice = people.online("alice");
    Person carol = people.registered("carol");
    bob.tell(carol, "waits");

    // When
    Outcome beside = ssh.run(alice.account(), "ping " + bob, "");
    Outcome offline = ssh.run(carol.account(), "offline", "");
    Outcome again = ssh.run(carol.account(), "offline", "");

    // Then
    assertThat(beside.status()).isZero();
    assertThat(offline.out()).contains(" " + bob + " waits\n");
    assertThat(again.out()).isEqualTo(offline.out());
    assertThat(bob.must("ping " + carol).line()).endsWith("offline");
    assertThat(carol.login(stack.tcp())).hasSize(1);
    assertThat(bob.client().events())
        .filteredOn(event -> event.line().equals("* join " + carol))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void locksAfterThreeWrongPasswordsAtEveryDoor(People people, Doors stack) {
    // Given
    OpenSsh ssh = new OpenSsh(stack.sshPort(), folder);
    Person alice = people.registered("alice");
    Account wrong = new Account(alice.handle(), "wrong-password");

    // When
    Outcome refused = ssh.run(wrong, "whoelse", "");
    Outcome locked = ssh.run(alice.account(), "whoelse", "");

    // Then
    assertThat(refused.status()).isEqualTo(255);
    assertThat(locked.status()).isEqualTo(255);
    assertThat(locked.errors()).containsPattern("locked, try again in \\d+ seconds");
    assertThat(people.stranger().ask("login %s %s".formatted(alice, alice.password())).line())
        .startsWith("-err locked ");
  }

  @Test
  void letsInByKey(People people, Doors stack) throws IOException {
    // Given
    OpenSsh ssh = new OpenSsh(stack.sshPort(), folder);
    Person alice = people.registered("alice");
    Path key = folder.resolve("id_ed25519");
    List<String> make =
        List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
    assertThat(Programs.run(make, Map.of(), "").status()).isZero();
    Account noPassword = new Account(alice.handle(), "not-the-password");
    List<String> byKey = List.of("-oPreferredAuthentications=publickey", "-N", "-f");

    // When
    Outcome stranger = ssh.runWith(noPassword, byKey);
    String[] words = Files.readString(key.resolveSibling("id_ed25519.pub")).split(" ");
    ssh.run(alice.account(), "keys add " + words[0] + " " + words[1], "");
    Outcome known = ssh.run(noPassword, "keys", "");

    // Then
    assertThat(stranger.status()).isEqualTo(255);
    assertThat(known.status()).isZero();
    assertThat(known.out()).contains("ssh-ed25519");
  }

  @Test
  void forwardsNothingAndHasNoFiles(People people, Doors stack) {
    // Given
    OpenSsh ssh = new OpenSsh(stack.sshPort(), folder);
    Account alice = people.registered("alice").account();
    String here = "127.0.0.1:" + stack.sshPort();

    // Then
    assertThat(ssh.runWith(alice, List.of("-W", here)).status()).isNotZero();
    assertThat(
            ssh.runWith(
                    alice, List.of("-N", "-oExitOnForwardFailure=yes", "-R", "127.0.0.1:0:" + here))
                .status())
        .isNotZero();
    String remote = alice.handle() + "@127.0.0.1";
    assertThat(ssh.runOther(alice, List.of("sftp"), List.of(remote)).status()).isNotZero();
    String file = folder.resolve("askpass").toString();
    assertThat(ssh.runOther(alice, List.of("scp"), List.of(file, remote + ":x")).status())
        .isNotZero();
    assertThat(ssh.runOther(alice, List.of("scp", "-O"), List.of(file, remote + ":x")).status())
        .isNotZero();
  }
}

package dev.parley.deploy.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import dev.parley.deploy.acceptance.stack.ParleyStack.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./parley admin`, on the machine of the server.
@OnParley
class AdminCommandsIT {
  /// Of "password"; made by the reference implementation of Argon2.
  private static final String HASH =
      "\"$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4\"";

  @TempDir Path folder;

  private String file(String... lines) {
    try {
      return Files.writeString(folder.resolve("people.csv"), String.join("\n", lines)).toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void importsPeopleByPasswordAndByHash(People people, ParleyStack stack) {
    // Given
    String one = People.unique("ivan");
    String other = People.unique("judy");
    String file =
        file(
            "username,password,password_hash,role",
            one + ",correct-horse-7,,",
            other + ",," + HASH + ",moderator");

    // When
    Command looked = stack.parley("admin", "import-users", "--dry-run", file);
    String before = stack.parley("admin", "users", one).output();
    Command done = stack.parley("admin", "import-users", file);
    Command again = stack.parley("admin", "import-users", file);

    // Then
    assertThat(looked.code()).as(looked.toString()).isZero();
    assertThat(before).contains("0 accounts");
    assertThat(done.code()).as(done.toString()).isZero();
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(people.stranger().ask("login " + one + " correct-horse-7").isOk()).isTrue();
    assertThat(people.stranger().ask("login " + other + " password").isOk()).isTrue();
    assertThat(stack.parley("admin", "users", "--role", "moderator", other).output())
        .contains(other, "1 account");
  }

  @Test
  void importsNobodyIfOneRowIsBad(People people, ParleyStack stack) {
    // Given
    Person anna = people.registered("anna");
    String good = People.unique("kate");
    String file =
        file(
            "username,password,role",
            good + ",correct-horse-8,",
            anna + ",correct-horse-8,",
            "leo!,correct-horse-8,",
            People.unique("mary") + ",short,",
            good + ",correct-horse-8,",
            People.unique("nick") + ",correct-horse-8,king");

    // When
    Command refused = stack.parley("admin", "import-users", file);

    // Then
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.errors())
        .contains("line 3, username: " + anna + " belongs to somebody already")
        .contains("line 4, username: a user name has")
        .contains("line 5, password: a password has")
        .contains("line 6, username: " + good + " is on line 2 already")
        .contains("line 7, role: a role is")
        .contains("5 of 6 rows are bad, so nothing was done")
        .doesNotContain("correct-horse-8", "short");
    assertThat(people.stranger().ask("login " + good + " correct-horse-8").code())
        .isEqualTo("bad_credentials");
  }

  @Test
  void lockingAnAccountEndsItsSessionAndLetsNobodyIn(People people, ParleyStack stack) {
    // Given
    Person bert = people.online("bert");

    // When
    Command locked = stack.parley("admin", "lock", bert.handle());

    // Then
    assertThat(locked.code()).as(locked.toString()).isZero();
    bert.awaitLine("* notice your account was disabled; ask an administrator");
    String login = "login " + bert + " " + bert.password();
    assertThat(people.stranger().ask(login).code()).isEqualTo("disabled");
    assertThat(stack.parley("admin", "users", "--locked", bert.handle()).output())
        .contains("locked", "1 account");
    assertThat(stack.parley("admin", "unlock", bert.handle()).code()).isZero();
    assertThat(people.stranger().ask(login).isOk()).isTrue();
  }

  @Test
  void aNewPasswordIsShownOnceAndEndsTheSession(People people, ParleyStack stack) {
    // Given
    Person carl = people.online("carl");

    // When
    Command reset = stack.parley("admin", "reset-password", carl.handle());

    // Then
    assertThat(reset.code()).as(reset.toString()).isZero();
    String password = reset.output().lines().findFirst().orElse("").replaceFirst(".*: ", "");
    carl.awaitLine("* notice your password was changed; log in again");
    assertThat(people.stranger().ask("login " + carl + " " + password).isOk()).isTrue();
    assertThat(people.stranger().ask("login " + carl + " " + carl.password()).code())
        .isEqualTo("bad_credentials");
  }

  @Test
  void changingOnesPasswordKeepsTheSession(People people) {
    // Given
    Person dora = people.online("dora");

    // When
    dora.must("password " + dora.password() + " " + People.password());

    // Then
    assertThat(dora.ask("whoelse").isOk()).isTrue();
  }

  @Test
  void theTrailTellsWhoDidWhatToWhom(People people, ParleyStack stack) {
    // Given
    Person emil = people.registered("emil");
    people.stranger().ask("login " + emil + " " + People.password());

    // When
    Command role = stack.parley("admin", "role", emil.handle(), "moderator");

    // Then
    assertThat(role.code()).as(role.toString()).isZero();
    await()
        .untilAsserted(() ->
            assertThat(stack.parley("admin", "audit", "--user", emil.handle()).output())
                .contains("role_changed", "console", "login_failed", "registered"));
    assertThat(
            stack
                .parley(
                    "admin", "audit", "--user", emil.handle(), "--action", "login_failed", "--json")
                .output()
                .lines())
        .singleElement()
        .asString()
        .contains("\"action\":\"login_failed\"");
    assertThat(stack.parley("admin", "audit", "--user", emil.handle(), "--until", "1d").output())
        .contains("0 events");
    assertThat(stack.parley("admin", "audit", "--action", "login_fialed").errors())
        .contains("there is no such action", "login_failed");
  }

  @Test
  void moderatorsWithdrawAndAdministratorsRemove(People people, ParleyStack stack) {
    // Given
    Person gina = people.online("gina");
    Person hugo = people.registered("hugo");
    Person ines = people.registered("ines");
    stack.parley("admin", "role", hugo.handle(), "moderator");
    stack.parley("admin", "role", ines.handle(), "admin");
    hugo.login();
    ines.login();
    String group = People.unique("team");
    gina.must("create group " + group + " " + hugo);
    long seq = gina.tellGroup(group, "not for here");
    String direct = Long.toString(gina.tell(hugo, "between us"));

    // When / Then
    hugo.must("delete #" + group + " " + seq);
    assertThat(gina.must("history #" + group).rows()).isEmpty();
    assertThat(hugo.ask("delete @" + gina + " " + direct).code()).isEqualTo("not_author");
    long other = gina.tellGroup(group, "nor is this");
    ines.must("delete #" + group + " " + other);
    ines.must("group remove " + group + " " + hugo);
    assertThat(hugo.ask("msg #" + group + " still here?").code()).isEqualTo("no_such_group");
  }

  @Test
  void moderatorsMuteInTheirGroups(People people, ParleyStack stack) {
    // Given
    Person lena = people.registered("lena");
    Person marc = people.online("marc");
    Person omar = people.online("omar");
    stack.parley("admin", "role", lena.handle(), "moderator");
    lena.login();
    String group = People.unique("yard");
    marc.must("create group " + group + " " + lena + " " + omar);
    long seq = omar.tellGroup(group, "before");

    // When
    lena.must("group mute " + group + " " + omar + " 30");

    // Then
    String event = "\\* mute #" + group + " " + (seq + 1) + " \\S+ " + omar + " muted " + lena;
    awaitMatch(marc, event + " \\S+Z");
    awaitMatch(omar, event + " \\S+Z");
    assertThat(marc.must("group muted " + group).rows())
        .singleElement()
        .asString()
        .startsWith(omar + " 2");
    for (String command :
        List.of("msg #%s hi", "reply #%s 4 hi", "edit #%s 4 hi", "react #%s 4 :+1:")) {
      Reply refused = omar.ask(command.formatted(group));
      assertThat(refused.code()).as(command).isEqualTo("muted");
      assertThat(refused.line()).as(command).matches("-err muted 1[78]\\d\\d you are muted in .*");
    }
    omar.must("delete #" + group + " " + seq);
    assertThat(marc.ask("group mute " + group + " " + lena).code()).isEqualTo("not_allowed");
    assertThat(omar.ask("group unmute " + group + " " + omar).code()).isEqualTo("not_allowed");

    // When
    lena.must("group unmute " + group + " " + omar);

    // Then
    awaitMatch(omar, "\\* mute #" + group + " \\d+ \\S+ " + omar + " unmuted " + lena);
    omar.tellGroup(group, "after");
    await()
        .untilAsserted(() ->
            assertThat(stack.parley("admin", "audit", "--user", lena.handle()).output())
                .contains("member_muted", "member_unmuted"));
  }

  @Test
  void keysLogInAndAreListed(People people) {
    // Given
    Person fred = people.online("fred");
    String key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOEj34HFeEonyupHMZ0SFyvQyZh6r3mcHSnuHXoALnB6";

    // When
    fred.must("keys add " + key + " my laptop");

    // Then
    String fingerprint = "SHA256:z49gAwuYZRwx9p8AIupqrXVKxIsAjclTzWL5OE61J38";
    assertThat(fred.must("keys").rows())
        .singleElement()
        .asString()
        .startsWith(fingerprint + " ssh-ed25519 ")
        .endsWith(" my laptop");
    assertThat(fred.ask("keys add ssh-ed25519 AAAA").code()).isEqualTo("bad_key");
    fred.must("keys remove " + fingerprint);
    assertThat(fred.must("keys").rows()).isEmpty();
  }

  private static void awaitMatch(Person person, String line) {
    person.client().awaitEvent(line, event -> event.line().matches(line));
  }
}

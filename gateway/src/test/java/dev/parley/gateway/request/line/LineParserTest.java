package dev.parley.gateway.request.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.GroupRequest;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.PresenceRequest;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.Target;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineParserTest {
  @ParameterizedTest
  @MethodSource("commands")
  void readsEveryCommandOfTheProtocol(String line, Request expected) {
    // When
    Request request = LineParser.parse(line);

    // Then
    assertThat(request).isEqualTo(expected);
  }

  /// The words that chats in a terminal have long used.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "login alice secret-1",
        "msg bob hi",
        "message bob hi",
        "broadcast hi",
        "whoelse",
        "wholasthr",
        "block bob",
        "unblock bob",
        "ping bob",
        "offline",
        "create group team bob",
        "message group team hi",
        "grouplist",
        "logout",
        "tata"
      })
  void readsTheFamiliarWordsWithAndWithoutASlash(String line) {
    assertThat(LineParser.parse(line)).isNotInstanceOf(Request.Malformed.class);
    assertThat(LineParser.parse("/" + line)).isEqualTo(LineParser.parse(line));
  }

  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of("help", new Request.Help()),
        Arguments.of("HELP", new Request.Help()),
        Arguments.of("/help", new Request.Help()),
        Arguments.of(
            "register alice secret-1", new AccountRequest.Register("alice", "secret-1", false)),
        Arguments.of("login alice secret-1", new AccountRequest.Login("alice", "secret-1", false)),
        Arguments.of("Login alice secret-1", new AccountRequest.Login("alice", "secret-1", false)),
        Arguments.of("login alice pw takeover", new AccountRequest.Login("alice", "pw", true)),
        Arguments.of("login alice pw TAKEOVER", new AccountRequest.Login("alice", "pw", true)),
        Arguments.of("password old new", new AccountRequest.ChangePassword("old", "new")),
        Arguments.of("keys", new AccountRequest.Keys()),
        Arguments.of(
            "keys add ssh-ed25519 AAAA alice@laptop",
            new AccountRequest.AddKey("ssh-ed25519 AAAA", "alice@laptop")),
        Arguments.of("keys remove SHA256:abc", new AccountRequest.RemoveKey("SHA256:abc")),
        Arguments.of("message bob hi  there ", toUser("bob", "hi  there ")),
        Arguments.of("msg bob hi", toUser("bob", "hi")),
        Arguments.of("msg @bob hi", toUser("@bob", "hi")),
        Arguments.of("@bob hi", toUser("@bob", "hi")),
        Arguments.of("msg bob a\\nb\\\\c", toUser("bob", "a\nb\\c")),
        Arguments.of("broadcast hi all", toGroup("lobby", "hi all", true)),
        Arguments.of("create group team bob carol", create("team", "bob", "carol")),
        Arguments.of("create group team", create("team")),
        Arguments.of("message group team hi", toGroup("team", "hi", false)),
        Arguments.of("msg #team hi", toGroup("#team", "hi", false)),
        Arguments.of("/group team hi", toGroup("team", "hi", false)),
        Arguments.of("/group team", new GroupRequest.JoinGroup("team")),
        Arguments.of("group add team bob", new GroupRequest.AddMembers("team", List.of("bob"))),
        Arguments.of("group remove team bob", new GroupRequest.RemoveMember("team", "bob")),
        Arguments.of("group mute team bob", new GroupRequest.MuteMember("team", "bob", null)),
        Arguments.of("group mute team bob 30", new GroupRequest.MuteMember("team", "bob", 30)),
        Arguments.of("group unmute team bob", new GroupRequest.UnmuteMember("team", "bob")),
        Arguments.of("group muted team", new GroupRequest.ListMuted("team")),
        Arguments.of("group leave team", new GroupRequest.LeaveGroup("team")),
        Arguments.of("group members team", new GroupRequest.ListMembers("team")),
        Arguments.of("grouplist", new GroupRequest.ListGroups()),
        Arguments.of("groups", new GroupRequest.ListGroups()),
        Arguments.of("whoelse", new PresenceRequest.WhoElse()),
        Arguments.of("users", new PresenceRequest.WhoElse()),
        Arguments.of("!users", new PresenceRequest.WhoElse()),
        Arguments.of("wholasthr", new PresenceRequest.WhoLastHour()),
        Arguments.of("ping bob", new PresenceRequest.Ping("bob")),
        Arguments.of("block bob", new MessageRequest.Block("bob")),
        Arguments.of("unblock bob", new MessageRequest.Unblock("bob")),
        Arguments.of("offline", new MessageRequest.Offline()),
        Arguments.of("history @bob", history(new Target.User("@bob"), 50, null)),
        Arguments.of("history bob 10", history(new Target.User("bob"), 10, null)),
        Arguments.of("history #team 200 before 7", history(new Target.Group("#team"), 200, 7L)),
        Arguments.of("history #team before 7", history(new Target.Group("#team"), 50, 7L)),
        Arguments.of(
            "reply @bob 7 a\\nb  c",
            new MessageRequest.SendMessage(new Target.User("@bob"), "a\nb  c", false, null, 7L)),
        Arguments.of(
            "edit #team 7 hi", new MessageRequest.Edit(new Target.Group("#team"), 7, "hi", null)),
        Arguments.of(
            "file @bob my cat.png 12",
            new MessageRequest.OfferFile(new Target.User("@bob"), "my cat.png", 12)),
        Arguments.of(
            "file #team a 0", new MessageRequest.OfferFile(new Target.Group("#team"), "a", 0)),
        Arguments.of("get @bob 7", new MessageRequest.FileLink(new Target.User("@bob"), 7)),
        Arguments.of("delete bob 7", new MessageRequest.Delete(new Target.User("bob"), 7, null)),
        Arguments.of("react bob 7 :+1:", react(":+1:", false)),
        Arguments.of("unreact bob 7 :+1:", react(":+1:", true)),
        Arguments.of("pin bob 7", new MessageRequest.Pin(new Target.User("bob"), 7, false, null)),
        Arguments.of("unpin bob 7", new MessageRequest.Pin(new Target.User("bob"), 7, true, null)),
        Arguments.of("/trace #team 4", new MessageRequest.Trace(new Target.Group("#team"), 4)),
        Arguments.of("pinned #team", new MessageRequest.Pinned(new Target.Group("#team"))),
        Arguments.of(
            "search from:me \"two words\"",
            new MessageRequest.Search("from:me \"two words\"", 20, null)),
        Arguments.of("logout", new AccountRequest.Logout()),
        Arguments.of("quit", new AccountRequest.Logout()),
        Arguments.of("exit", new AccountRequest.Logout()),
        Arguments.of("tata", new AccountRequest.Logout()),
        Arguments.of("  whoelse  ", new PresenceRequest.WhoElse()),
        Arguments.of("ping\tbob", new PresenceRequest.Ping("bob")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "register alice",
        "file @bob",
        "file @bob cat.png",
        "file @bob cat.png x",
        "file @bob cat.png -1",
        "file @bob cat.png 9999999999999999999",
        "get @bob",
        "register alice pw extra",
        "login alice",
        "login alice pw sometimes",
        "message bob",
        "msg",
        "@bob",
        "broadcast",
        "create team",
        "create group",
        "message group team",
        "group",
        "group add team",
        "group remove team",
        "group leave",
        "group mute team",
        "group mute team bob 0",
        "group mute team bob 525601",
        "group mute team bob 30 now",
        "group unmute team",
        "group muted",
        "ping",
        "ping bob carol",
        "history",
        "reply bob 7",
        "reply bob hi there",
        "edit",
        "edit bob",
        "edit bob 0 hi",
        "edit bob 7",
        "delete bob",
        "delete bob 7 now",
        "react bob 7",
        "pin bob",
        "pin bob 7 8",
        "pinned",
        "trace #team",
        "trace #team x",
        "trace #team 4 5",
        "search",
        "history bob 201",
        "history bob 0",
        "history bob ten",
        "history bob before",
        "history bob 10 after 3",
        "help me",
        "whoelse now",
        "dance",
        "/",
        "@",
        "\u0000"
      })
  void refusesWhatIsNoCommand(String line) {
    // When
    Request request = LineParser.parse(line);

    // Then
    assertThat(request)
        .isInstanceOfSatisfying(
            Request.Malformed.class,
            malformed -> assertThat(malformed.failure().code()).isEqualTo(ErrorCode.BAD_COMMAND));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void passesOverEmptyLines(String line) {
    assertThat(LineParser.parse(line)).isNull();
  }

  /// What a door says of its own knowledge, no client may say.
  @Test
  void letsNobodyProveWhoHeIsButByLoggingIn() {
    List<String> arguments = List.of("", " a", " a b", " a b c", " group a b", " add a b");

    assertThat(LineParser.verbs())
        .flatExtracting(verb -> arguments.stream().map(a -> LineParser.parse(verb + a)).toList())
        .hasSizeGreaterThan(150)
        .doesNotHaveAnyElementsOfTypes(
            AccountRequest.Prove.class,
            AccountRequest.TryKey.class,
            AccountRequest.ProveByKey.class,
            AccountRequest.Enter.class,
            AccountRequest.EnterBriefly.class);
  }

  @Test
  void neverThrowsWhateverTheLine() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String line =
          random
              .ints(random.nextInt(40), 0, 0x250)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      LineParser.parse((i % 2 == 0 ? "history " : "") + line);
    }
  }

  private static Request react(String reaction, boolean remove) {
    return new MessageRequest.React(new Target.User("bob"), 7, reaction, remove, null);
  }

  private static Request toUser(String user, String text) {
    return new MessageRequest.SendMessage(new Target.User(user), text, false);
  }

  private static Request toGroup(String name, String text, boolean broadcast) {
    return new MessageRequest.SendMessage(new Target.Group(name), text, broadcast);
  }

  private static Request create(String name, String... users) {
    return new GroupRequest.CreateGroup(name, List.of(users));
  }

  private static Request history(Target target, int limit, @Nullable Long before) {
    return new MessageRequest.History(target, limit, before);
  }
}

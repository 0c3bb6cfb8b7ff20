package dev.parley.gateway.request.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.GroupRequest;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.PresenceRequest;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.Target;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameParserTest {
  private static final Target BOB = new Target.Conversation("@bob");

  @ParameterizedTest
  @MethodSource("requests")
  void readsEveryRequest(String fields, Request expected) {
    Frame frame = FrameParser.parse("{\"id\":1," + fields + "}");

    assertThat(frame.request()).isEqualTo(expected);
    assertThat(frame.id()).isEqualTo(new FrameId("1"));
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        of(
            "'type':'register','user':'al','password':'pw'",
            new AccountRequest.Register("al", "pw", true)),
        of(
            "'type':'login','user':'al','password':'pw'",
            new AccountRequest.Login("al", "pw", false)),
        of(
            "'type':'login','user':'al','password':'pw','takeover':true",
            new AccountRequest.Login("al", "pw", true)),
        of("'type':'resume','token':'t'", new AccountRequest.Resume("t", Map.of())),
        of(
            "'cursors':{'#team':7,'@al+bo':0},'token':'t','type':'resume'",
            new AccountRequest.Resume("t", Map.of("#team", 7L, "@al+bo", 0L))),
        of(
            "'type':'changePassword','oldPassword':'a','newPassword':'b'",
            new AccountRequest.ChangePassword("a", "b")),
        of(
            "'type':'send','to':'@bob','text':'hi','clientId':'c'",
            new MessageRequest.SendMessage(BOB, "hi", false, "c", null)),
        of(
            "'type':'send','to':'#lobby','text':'hi','clientId':'c','replyTo':4",
            new MessageRequest.SendMessage(new Target.Conversation("#lobby"), "hi", true, "c", 4L)),
        of(
            "'type':'send','to':'@bob','text':'','clientId':'c','attachment':'f'",
            new MessageRequest.SendMessage(BOB, "", false, "c", null, "f")),
        of(
            "'type':'edit','conversation':'@bob','seq':3,'text':'b','clientId':'c'",
            new MessageRequest.Edit(BOB, 3, "b", "c")),
        of(
            "'type':'delete','conversation':'@bob','seq':3,'clientId':'c'",
            new MessageRequest.Delete(BOB, 3, "c")),
        of(
            "'type':'react','conversation':'@bob','seq':3,'reaction':'+','clientId':'c'",
            new MessageRequest.React(BOB, 3, "+", false, "c")),
        of(
            "'type':'pin','conversation':'@bob','seq':3,'remove':true,'clientId':'c'",
            new MessageRequest.Pin(BOB, 3, true, "c")),
        of(
            "'type':'history','conversation':'@bob'",
            new MessageRequest.History(BOB, 50, null, null, null)),
        of(
            "'type':'history','conversation':'@bob','after':0,'limit':200",
            new MessageRequest.History(BOB, 200, null, 0L, null)),
        of("'type':'edits','conversation':'@bob','seq':3", new MessageRequest.Edits(BOB, 3)),
        of("'type':'pinned','conversation':'@bob'", new MessageRequest.Pinned(BOB)),
        of("'type':'trace','conversation':'@bob','seq':4", new MessageRequest.Trace(BOB, 4)),
        of("'type':'keys'", new AccountRequest.Keys()),
        of("'type':'addKey','key':'t b','name':'n'", new AccountRequest.AddKey("t b", "n")),
        of("'type':'addKey','key':'t b'", new AccountRequest.AddKey("t b", "")),
        of("'type':'removeKey','fingerprint':'f'", new AccountRequest.RemoveKey("f")),
        of("'type':'devices'", new AccountRequest.Devices(null)),
        of("'type':'devices','user':'bob'", new AccountRequest.Devices("bob")),
        of("'type':'linkDevice','link':'bA'", new AccountRequest.LinkDevice("bA", false)),
        of(
            "'type':'linkDevice','link':'bA','restart':true",
            new AccountRequest.LinkDevice("bA", true)),
        of("'type':'requestDevice','statement':'bA'", new AccountRequest.RequestDevice("bA")),
        of(
            "'type':'encrypt','conversation':'@bob','encrypted':true,'clientId':'c'",
            new MessageRequest.SetEncryption(BOB, true, "c")),
        of(
            "'type':'search','query':'x','limit':10,'before':'n'",
            new MessageRequest.Search("x", 10, "n")),
        of("'type':'conversations'", new MessageRequest.Conversations()),
        of(
            "'type':'received','cursors':{'#team':7}",
            new MessageRequest.Received(Map.of("#team", 7L))),
        of("'type':'read','conversation':'@bob','seq':7", new MessageRequest.Read(BOB, 7)),
        of(
            "'type':'createGroup','group':'team','users':['bob','eve']",
            new GroupRequest.CreateGroup("team", List.of("bob", "eve"))),
        of("'type':'joinGroup','group':'team'", new GroupRequest.JoinGroup("team")),
        of("'type':'leave','group':'team'", new GroupRequest.LeaveGroup("team")),
        of(
            "'type':'addMembers','group':'team','users':['bob']",
            new GroupRequest.AddMembers("team", List.of("bob"))),
        of(
            "'type':'removeMember','group':'team','users':['bob']",
            new GroupRequest.RemoveMember("team", "bob")),
        of(
            "'type':'muteMember','group':'team','user':'bob','minutes':30",
            new GroupRequest.MuteMember("team", "bob", 30)),
        of(
            "'type':'muteMember','group':'team','user':'bob'",
            new GroupRequest.MuteMember("team", "bob", null)),
        of(
            "'type':'unmuteMember','group':'team','user':'bob'",
            new GroupRequest.UnmuteMember("team", "bob")),
        of("'type':'members','group':'team'", new GroupRequest.ListMembers("team")),
        of("'type':'groups'", new GroupRequest.ListGroups()),
        of("'type':'whoElse'", new PresenceRequest.WhoElse()),
        of("'type':'whoLastHour'", new PresenceRequest.WhoLastHour()),
        of("'type':'ping','user':'bob'", new PresenceRequest.Ping("bob")),
        of("'type':'block','user':'bob'", new MessageRequest.Block("bob")),
        of("'type':'unblock','user':'bob'", new MessageRequest.Unblock("bob")),
        of("'type':'away','away':true", new PresenceRequest.Away(true)),
        of("'type':'typing','conversation':'@bob'", new PresenceRequest.Typing(BOB)),
        of(
            "'type':'logout','unknown':[{'deep':[1,{}]}],'other':null",
            new AccountRequest.Logout()));
  }

  private static Arguments of(String fields, Request expected) {
    return Arguments.of(fields.replace('\'', '"'), expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "[]",
        "[{'type':'logout'}]",
        "{'type':'logout'}{'type':'logout'}",
        "{'type':'logout'",
        "{'type':'logout','type':'groups'}",
        "{'type':1}",
        "{'type':'LOGOUT'}",
        "{'type':'nonsense'}",
        "{'type':'login','user':'al'}",
        "{'type':'login','user':1,'password':'pw'}",
        "{'type':'login','user':'al','password':'pw','takeover':'yes'}",
        "{'type':'login','user':['al'],'password':'pw'}",
        "{'type':'send','to':'@bob','text':'hi'}",
        "{'type':'send','to':'@bob','text':'hi','clientId':''}",
        "{'type':'send','to':'@bob','text':'hi','clientId':'c','replyTo':0}",
        "{'type':'send','to':'@bob','text':'hi','clientId':'c','replyTo':1.5}",
        "{'type':'read','conversation':'@bob','seq':99999999999999999999}",
        "{'type':'read','conversation':'@bob','seq':-1}",
        "{'type':'history','conversation':'@bob','limit':201}",
        "{'type':'history','conversation':'@bob','before':1,'after':1}",
        "{'type':'search','query':'x','limit':51}",
        "{'type':'received','cursors':[]}",
        "{'type':'received','cursors':{'#team':'7'}}",
        "{'type':'received','cursors':{'#team':-7}}",
        "{'type':'received','cursors':{'#team':{}}}",
        "{'type':'addMembers','group':'team','users':[]}",
        "{'type':'addMembers','group':'team','users':[1]}",
        "{'type':'removeMember','group':'team','users':['a','b']}",
        "{'type':'muteMember','group':'team','user':'a','minutes':0}",
        "{'type':'muteMember','group':'team','user':'a','minutes':525601}",
        "{'type':'unmuteMember','group':'team'}",
        "{type:'logout'}",
        "{'type':'logout',}",
        "{'type':'logout','n':NaN}"
      })
  void refusesWhatIsNoRequest(String text) {
    Request request = FrameParser.parse(text.replace('\'', '"')).request();

    assertThat(request)
        .isInstanceOfSatisfying(
            Request.Malformed.class,
            malformed -> assertThat(malformed.failure().code()).isEqualTo(ErrorCode.BAD_COMMAND));
  }

  @Test
  void repeatsTheIdAsItWasChosen() {
    assertThat(id("\"a\\\"b\\u0000\"")).isEqualTo("\"a\\\"b\\u0000\"");
    assertThat(id("-1.50e3")).isEqualTo("-1.50e3");
    assertThat(id("\"" + "x".repeat(64) + "\"")).hasSize(66);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "[]", "{}", "{\"a\":1}"})
  void hasNoOtherIds(String id) {
    assertThat(id(id)).isEqualTo("null");
  }

  @Test
  void refusesAnIdThatIsTooLong() {
    Frame frame = FrameParser.parse("{\"type\":\"logout\",\"id\":\"" + "x".repeat(65) + "\"}");

    assertThat(frame.id()).isEqualTo(FrameId.NONE);
    assertThat(frame.request()).isInstanceOf(Request.Malformed.class);
  }

  @Test
  void answersUnderTheIdThatWasReadBeforeTheFault() {
    assertThat(FrameParser.parse("{\"id\":7,\"type\":").id()).isEqualTo(new FrameId("7"));
  }

  /// What a door says of its own knowledge, no client may say.
  @ParameterizedTest
  @EnumSource(FrameRequest.class)
  void letsNobodyProveWhoHeIsButByLoggingIn(FrameRequest kind) {
    assertThat(kind.read(new Fields(Map.of())))
        .isNotInstanceOfAny(
            AccountRequest.Prove.class,
            AccountRequest.TryKey.class,
            AccountRequest.ProveByKey.class,
            AccountRequest.Enter.class,
            AccountRequest.EnterBriefly.class);
  }

  @Test
  void survivesDeepNesting() {
    String deep = "{\"type\":\"logout\",\"x\":" + "[".repeat(30_000);
    assertThat(FrameParser.parse(deep).request()).isInstanceOf(Request.Malformed.class);
  }

  @Test
  void refusesWhatIsLongerThanAFrame() {
    Request request = FrameParser.parse(" ".repeat(64 * 1024 + 1)).request();

    assertThat(request)
        .isEqualTo(
            new Request.Malformed(
                new Reply.Failed(ErrorCode.TOO_LONG, "a frame has at most 64 KiB")));
  }

  @Test
  void neverThrows() {
    Random random = new Random(42);
    String valid =
        "{\"id\":\"r1\",\"type\":\"resume\",\"token\":\"a.b.c\",\"cursors\":{\"#t\":7,\"@a+b\":1}}";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(valid);
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, "{}[]\":,\\0e-t\u0000\uD800".charAt(random.nextInt(14)));
          case 1 -> text.deleteCharAt(at);
          default -> text.insert(at, text.substring(at, random.nextInt(at, text.length())));
        }
      }
      assertThat(FrameParser.parse(text.toString())).isNotNull();
    }
  }

  private static String id(String json) {
    return FrameParser.parse("{\"type\":\"logout\",\"id\":" + json + "}").id().json();
  }
}

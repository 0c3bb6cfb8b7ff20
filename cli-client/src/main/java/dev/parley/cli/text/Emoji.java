package dev.parley.cli.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The emoji that people use most, by the names that GitHub and Slack gave them.
public final class Emoji {

  private static final Map<String, String> SIGNS = new TreeMap<>();

  static {
    String table =
        """
        +1 👍 -1 👎 100 💯 alarm_clock ⏰ angry 😠 beer 🍺 bell 🔔 birthday 🎂 blush 😊 boom 💥 broken_heart 💔
        bug 🐛 bulb 💡 cake 🍰 calendar 📅 cat 🐱 champagne 🍾 clap 👏 coffee ☕ confetti_ball 🎊 confused 😕
        construction 🚧 cry 😢 dizzy 💫 dog 🐶 exclamation ❗ eyes 👀 facepalm 🤦 fire 🔥 flushed 😳 gear ⚙
        ghost 👻 gift 🎁 grin 😁 grimacing 😬 hammer 🔨 handshake 🤝 heart ❤ heart_eyes 😍 heavy_check_mark ✔
        hourglass ⌛ hug 🤗 information_source ℹ joy 😂 key 🔑 kissing_heart 😘 laughing 😆 link 🔗 lock 🔒
        mag 🔍 memo 📝 money_mouth_face 🤑 monkey 🐒 moon 🌙 muscle 💪 neutral_face 😐 no_entry ⛔ ok 🆗
        ok_hand 👌 open_mouth 😮 package 📦 partying_face 🥳 penguin 🐧 pencil 📝 pizza 🍕 point_up ☝ pray 🙏
        pushpin 📌 question ❓ rainbow 🌈 raised_hands 🙌 recycle ♻ relieved 😌 robot 🤖 rocket 🚀 rofl 🤣
        roll_eyes 🙄 rose 🌹 scream 😱 see_no_evil 🙈 shrug 🤷 skull 💀 slightly_smiling_face 🙂 smile 😄
        smirk 😏 snail 🐌 snake 🐍 snowflake ❄ sob 😭 sparkles ✨ star ⭐ stop_sign 🛑 sun 🌞 sunglasses 😎
        sweat_smile 😅 tada 🎉 tea 🍵 thinking 🤔 thumbsdown 👎 thumbsup 👍 trophy 🏆 turtle 🐢 umbrella ☔
        unlock 🔓 upside_down_face 🙃 v ✌ warning ⚠ wave 👋 white_check_mark ✅ wink 😉 worried 😟 x ❌ yum 😋
        zap ⚡ zzz 💤
        """;
    String[] words = table.split("\\s+");
    for (int at = 0; at + 1 < words.length; at += 2) {
      SIGNS.put(words[at], words[at + 1]);
    }
  }

  private static final Pattern NAMED = Pattern.compile(":[a-z0-9_+-]+:");

  private Emoji() {}

  /// {@return the sign of a `:name:`, or the text as it is}
  ///
  /// @param text what somebody gave as a reaction
  public static String signOf(String text) {
    if (text.length() > 2 && text.startsWith(":") && text.endsWith(":")) {
      return SIGNS.getOrDefault(text.substring(1, text.length() - 1), text);
    }
    return text;
  }

  /// {@return names that begin so, in order}
  ///
  /// @param start the beginning, without a colon
  public static List<String> namesBeginningWith(String start) {
    String wanted = start.toLowerCase(Locale.ROOT);
    return SIGNS.keySet().stream().filter(name -> name.startsWith(wanted)).toList();
  }

  /// {@return a text with signs in the place of the `:names:` that are known}
  ///
  /// @param text a message
  public static String replace(String text) {
    return NAMED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(signOf(found.group())));
  }

  /// {@return the sign of a name}
  ///
  /// @param name one of [#namesBeginningWith]
  public static String sign(String name) {
    return SIGNS.getOrDefault(name, "");
  }
}

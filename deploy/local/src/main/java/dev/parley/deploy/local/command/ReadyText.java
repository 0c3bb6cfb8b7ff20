package dev.parley.deploy.local.command;

import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.Table;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.state.RunState;
import dev.parley.deploy.local.status.StatusReport;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The end of a start: the table of doors, how long it took, and the next step.
final class ReadyText {

  private static final String USUAL_PAGE = "http://127.0.0.1:8080";

  private final Console console;

  ReadyText(Console console) {
    this.console = console;
  }

  void print(RunState state) {
    String fingerprint =
        new Home(Path.of(state.home())).sshFingerprint(state.loadTest()).orElse("");
    print(state.doors(), fingerprint, state.readySeconds());
    console.line("next: " + first(state.doors()) + "; Ctrl+C stops everything");
  }

  void printDetached(StatusReport report) {
    print(report.doors(), report.sshFingerprint(), report.readySeconds());
    console.line(
        "next: " + first(report.doors()) + "; ./parley status, ./parley logs -f, ./parley down");
  }

  private void print(Map<String, String> doors, String fingerprint, double seconds) {
    var table = new Table();
    doors.forEach((name, address) -> table.row(name, address, how(name, address)));
    table.row("chat", "a terminal", client(doors.getOrDefault("web", USUAL_PAGE)));
    console.line("");
    table.print(console);
    console.line("  ssh host key: " + fingerprint);
    console.line("");
    console.line(String.format(Locale.ROOT, "ready in %.1f s", seconds));
  }

  private static String first(Map<String, String> doors) {
    return "open "
        + doors.getOrDefault("web", USUAL_PAGE)
        + " and make an account, or "
        + how("tcp", doors.getOrDefault("tcp", ""))
        + ", then help";
  }

  /// {@return how to make an account with the terminal client}
  private static String client(String page) {
    String where = page.equals(USUAL_PAGE) ? "" : " --server " + page.replaceFirst("^http", "ws");
    return "./parley register" + where + "; ./parley chat" + where + " comes back";
  }

  private static String host(String address) {
    return address.substring(0, address.indexOf(' '));
  }

  private static String port(String address) {
    return address.substring(address.indexOf(' ') + 1);
  }

  private static String how(String door, String address) {
    return switch (door) {
      case "web", "https" -> "in a browser";
      case "tcp" -> "nc " + address;
      case "tls" -> "openssl s_client -quiet -connect " + address.replace(' ', ':');
      case "ssh" -> "ssh -p " + port(address) + " NAME@" + host(address);
      default -> "";
    };
  }
}

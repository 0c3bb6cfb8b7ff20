package dev.parley.deploy.acceptance.ssh;

import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.program.Outcome;
import dev.parley.deploy.acceptance.program.Programs;
import dev.parley.deploy.acceptance.traffic.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The OpenSSH client as one person uses it, with a folder of its own for what it remembers.
public final class OpenSsh {
  private static final String HOST = "127.0.0.1";

  private final int port;
  private final Path folder;
  private final Path askPass;

  /// Knows a door.
  ///
  /// @param port where it is
  /// @param folder empty, for what the client remembers
  public OpenSsh(int port, Path folder) {
    this.port = port;
    this.folder = folder;
    this.askPass = folder.resolve("askpass");
    try {
      Files.writeString(askPass, "#!/bin/sh\nprintf '%s\\n' \"$PARLEY_TEST_PASSWORD\"\n");
      Files.setPosixFilePermissions(askPass, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Gives one command, by password.
  ///
  /// @param account who
  /// @param command what, as on a command line
  /// @param input for its standard input
  /// @return how it ended
  public Outcome run(Account account, String command, String input) {
    List<String> words = new ArrayList<>(ssh(account.handle(), List.of("-T")));
    words.add(command);
    return Programs.run(words, password(account.password()), input);
  }

  /// Runs the client with options that ask for more than a command.
  ///
  /// @param account who
  /// @param options of the client
  /// @return how it ended
  public Outcome runWith(Account account, List<String> options) {
    return Programs.run(ssh(account.handle(), options), password(account.password()), "");
  }

  /// Runs another program of OpenSSH that takes the same options.
  ///
  /// @param account who
  /// @param before words up to the options, such as `sftp`
  /// @param after words behind them
  /// @return how it ended
  public Outcome runOther(Account account, List<String> before, List<String> after) {
    List<String> words = new ArrayList<>(before);
    words.add("-P" + port);
    words.addAll(options());
    words.addAll(after);
    return Programs.run(words, password(account.password()), "");
  }

  /// Opens a shell.
  ///
  /// @param account who
  /// @param terminal kind of terminal, such as `xterm`; empty for none
  /// @return the shell
  public SshShell shell(Account account, String terminal) {
    List<String> how = terminal.isEmpty() ? List.of("-T") : List.of("-tt");
    Map<String, String> environment = new java.util.HashMap<>(password(account.password()));
    environment.put("TERM", terminal.isEmpty() ? "dumb" : terminal);
    return new SshShell(Programs.start(ssh(account.handle(), how), environment));
  }

  /// Opens a shell without a terminal, which speaks the line protocol.
  ///
  /// @param account who
  /// @return the connection, logged in or about to be: the first reply is that of `login`
  public LineClient lines(Account account) {
    List<String> command = ssh(account.handle(), List.of("-T"));
    Process program = Programs.start(command, password(account.password()));
    return LineClient.through(program, "ssh as " + account.handle());
  }

  /// {@return the client's command line, for whoever starts it otherwise}
  ///
  /// @param handle who
  /// @param options further options
  public List<String> ssh(String handle, List<String> options) {
    List<String> words = new ArrayList<>(List.of("ssh", "-p" + port));
    words.addAll(options());
    words.addAll(options);
    words.add(handle + "@" + HOST);
    return words;
  }

  /// {@return variables that let the client have a password}
  ///
  /// @param password the password
  public Map<String, String> password(String password) {
    return Map.of(
        "SSH_ASKPASS",
        askPass.toString(),
        "SSH_ASKPASS_REQUIRE",
        "force",
        "DISPLAY",
        "none",
        "PARLEY_TEST_PASSWORD",
        password);
  }

  private List<String> options() {
    return List.of(
        "-oUserKnownHostsFile=" + folder.resolve("known_hosts"),
        "-oStrictHostKeyChecking=accept-new",
        "-oIdentitiesOnly=yes",
        "-oIdentityFile=" + folder.resolve("id_ed25519"),
        "-oLogLevel=ERROR");
  }
}

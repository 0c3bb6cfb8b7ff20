package dev.parley.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The shell script, run in a folder where `mvnw` only tells what it was called with.
class ParleyScriptTest {

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void copyScript() throws IOException {
    Path root = Path.of(System.getProperty("parley.root"));
    Files.copy(root.resolve("parley"), folder.resolve("parley"));
    Path options = Path.of("cli-client/src/archive/options");
    Files.createDirectories(folder.resolve(options).getParent());
    Files.copy(root.resolve(options), folder.resolve(options));
    script(folder.resolve("mvnw"), "echo JAVA_HOME=$JAVA_HOME; echo arguments: \"$@\"");
  }

  @Test
  void runsTheWholeTestSuiteAndPassesArgumentsOn() throws Exception {
    // Given
    Path jdk = jdk(folder.resolve("jdk"), "25.0.1");

    // When
    String output = run(Map.of("JAVA_HOME", jdk.toString()), "test", "-Pci");

    // Then
    assertThat(output).contains("JAVA_HOME=" + jdk, "arguments: -B -T 2 verify -Pci");
  }

  @Test
  void buildsTheLoadToolAndPassesArgumentsOn() throws Exception {
    // Given
    Path jdk = jdk(folder.resolve("jdk"), "25.0.1");
    script(jdk.resolve("bin/java"), "echo java: \"$@\"");
    script(folder.resolve("mvnw"), "mkdir -p deploy/bench/src/main deploy/bench/target/bench/lib");

    // When
    String output = run(Map.of("JAVA_HOME", jdk.toString()), "bench", "pairs", "--seconds", "5");

    // Then
    assertThat(output).contains("dev.parley.deploy.bench.Bench pairs --seconds 5", "exit 0");
  }

  @Test
  void buildsTheTerminalClientAndPassesArgumentsOn() throws Exception {
    // Given
    Path jdk = jdk(folder.resolve("jdk"), "25.0.1");
    script(jdk.resolve("bin/java"), "echo java: \"$@\"");
    script(
        folder.resolve("mvnw"),
        "mkdir -p cli-client/src/main cli-client/target/cli/lib; touch cli-client/pom.xml");
    Map<String, String> environment =
        Map.of("JAVA_HOME", jdk.toString(), "XDG_CACHE_HOME", folder + "/cache");

    // When
    String output = run(environment, "chat", "--user", "alice");

    // Then
    assertThat(output).contains("parley-cli.jar chat --user alice", "exit 0");
  }

  @Test
  void makesOneCacheOfTheTerminalClientAtATime() throws Exception {
    // Given
    Path jdk = jdk(folder.resolve("jdk"), "25.0.1");
    Path begun = folder.resolve("begun");
    Path go = folder.resolve("go");
    script(
        jdk.resolve("bin/java"),
        """
        case "$*" in
          *warm-up*)
            echo begun >>%s
            until [ -e %s ]; do sleep 0.05; done
            for each; do case $each in -XX:AOTCacheOutput=*) : >"${each#*=}" ;; esac; done ;;
          *) echo java: "$@" ;;
        esac
        """
            .formatted(begun, go));
    script(
        folder.resolve("mvnw"),
        "mkdir -p cli-client/src/main cli-client/target/cli/lib; touch cli-client/pom.xml");
    Path caches = folder.resolve("cache/parley");
    Map<String, String> environment =
        Map.of("JAVA_HOME", jdk.toString(), "XDG_CACHE_HOME", folder + "/cache");

    // When
    String first = run(environment, "chat");
    await().until(() -> Files.exists(begun));
    run(environment, "chat");
    run(environment, "chat");
    Files.createFile(go);
    await()
        .untilAsserted(() ->
            assertThat(caches.toFile().list())
                .singleElement()
                .asString()
                .matches("cli-[0-9-]+\\.aot"));
    String last = run(environment, "chat");

    // Then
    assertThat(begun).hasContent("begun");
    assertThat(first).contains("-XX:+UseSerialGC").doesNotContain("AOTCache");
    assertThat(last).contains("-XX:AOTCache=" + caches);
  }

  @Test
  void followsTheLinkOfTheJavaInPathWithoutStartingIt() throws Exception {
    // Given
    Path jdk = jdk(folder.resolve("jdk"), "25.0.1");
    script(jdk.resolve("bin/java"), "exit 1");
    Path links = Files.createDirectory(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("java"), jdk.resolve("bin/java"));

    // When
    String output =
        run(
            Map.of("PATH", links + ":/usr/bin:/bin", "PARLEY_JDK_FOLDERS", folder + "/none"),
            "test");

    // Then
    assertThat(output).contains("JAVA_HOME=" + jdk);
  }

  @Test
  void looksForAJdkInTheUsualFoldersWhenJavaHomeIsAnotherVersion() throws Exception {
    // Given
    Path old = jdk(folder.resolve("old"), "21.0.4");
    Path jdk = jdk(folder.resolve("jvms/jdk-25"), "25.0.1");

    // When
    String output =
        run(Map.of("JAVA_HOME", old.toString(), "PARLEY_JDK_FOLDERS", folder + "/jvms"), "test");

    // Then
    assertThat(output).contains("JAVA_HOME=" + jdk);
  }

  @Test
  void findsAJdkInTheLayoutOfMacOs() throws Exception {
    // Given
    Path jdk = jdk(folder.resolve("jvms/temurin-25.jdk/Contents/Home"), "25.0.1");

    // When
    String output = run(Map.of("PARLEY_JDK_FOLDERS", folder + "/jvms"), "test");

    // Then
    assertThat(output).contains("JAVA_HOME=" + jdk);
  }

  @Test
  void saysHowToGetAJdkWhereThereIsNone() throws Exception {
    // When
    String output = run(Map.of("PARLEY_JDK_FOLDERS", folder + "/none"), "up");

    // Then
    assertThat(output).contains("error: no JDK 25", "apt install", "brew install", "exit 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "--help", "up --help", "status -h"})
  void tellsItsCommandsWithoutABuildWhereNothingIsBuilt(String arguments) throws Exception {
    // Given
    script(folder.resolve("mvnw"), "touch built");

    // When
    String output = run(Map.of("PARLEY_JDK_FOLDERS", folder + "/none"), words(arguments));

    // Then
    assertThat(output).contains("begin with ./parley up", "exit 0");
    assertThat(folder.resolve("built")).doesNotExist();
  }

  @Test
  void refusesAnUnknownCommandWithoutABuild() throws Exception {
    // When
    String output = run(Map.of("PARLEY_JDK_FOLDERS", folder + "/none"), "strat");

    // Then
    assertThat(output).contains("error: there is no command strat", "./parley --help", "exit 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat --help", "help chat"})
  void leavesTheHelpOfTheTerminalClientToIt(String arguments) throws Exception {
    // Given
    Path jdk = jdk(folder.resolve("jdk"), "25.0.1");
    script(jdk.resolve("bin/java"), "echo java: \"$@\"");
    script(
        folder.resolve("mvnw"),
        "mkdir -p cli-client/src/main cli-client/target/cli/lib; touch cli-client/pom.xml");
    Map<String, String> environment =
        Map.of("JAVA_HOME", jdk.toString(), "XDG_CACHE_HOME", folder + "/cache");

    // When
    String output = run(environment, words(arguments));

    // Then
    assertThat(output).contains("parley-cli.jar chat --help", "exit 0");
  }

  private static String[] words(String arguments) {
    return arguments.isEmpty() ? new String[0] : arguments.split(" ");
  }

  private String run(Map<String, String> environment, String... arguments) throws Exception {
    var command =
        new ProcessBuilder("sh", "-c", "./parley \"$@\"; echo exit $?", "sh")
            .redirectErrorStream(true);
    command.command().addAll(java.util.List.of(arguments));
    command.directory(folder.toFile());
    command.environment().remove("JAVA_HOME");
    command.environment().put("PATH", "/usr/bin:/bin");
    // No java of the machine that runs this test.
    script(folder.resolve("bin/java"), "exit 1");
    command.environment().merge("PATH", folder + "/bin:", (old, first) -> first + old);
    command.environment().putAll(environment);
    Process process = command.start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Path jdk(Path home, String version) throws IOException {
    script(home.resolve("bin/javac"), "exit 0");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home.toRealPath();
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}

package dev.parley.deploy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/code-map.md` names classes that are there.
class CodeMapTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern CLASS = Pattern.compile("`([a-z]+(?:\\.[a-z0-9]+)*\\.[A-Z]\\w+)`");

  @Test
  void namesClassesThatAreThere() throws IOException {
    List<String> named =
        CLASS
            .matcher(Files.readString(ROOT.resolve("docs/code-map.md")))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(named).hasSizeGreaterThan(50).allMatch(CodeMapTest::isThere);
  }

  private static boolean isThere(String named) {
    String module = named.substring(0, named.indexOf('.'));
    String folder =
        switch (module) {
          case "auth", "routing", "presence" -> module + "-service";
          default -> module;
        };
    String path = named.replace('.', '/');
    return Files.exists(
        ROOT.resolve(folder).resolve("src/main/java/dev/parley").resolve(path + ".java"));
  }
}

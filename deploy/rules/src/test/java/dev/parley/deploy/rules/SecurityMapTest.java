package dev.parley.deploy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/security.md` names tests that are there: `Class`, `Class.method` or `name.test.ts`, where
/// a name may be cut at either end by `…`.
class SecurityMapTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", "main");
  private static final Pattern NAMED =
      Pattern.compile("`(?:(…?)(\\w+(?:Test|IT))(?:\\.(\\w+))?…?|(\\w+\\.test\\.tsx?))`");

  private final Map<String, List<Path>> tests = new HashMap<>();

  @Test
  void namesTestsThatAreThere() throws IOException {
    Files.walkFileTree(ROOT, new Tests());
    List<MatchResult> named =
        NAMED.matcher(Files.readString(ROOT.resolve("docs/security.md"))).results().toList();

    assertThat(named).hasSizeGreaterThan(100);
    assertThat(named.stream().filter(each -> !isThere(each)).map(MatchResult::group)).isEmpty();
  }

  private boolean isThere(MatchResult named) {
    if (named.group(4) != null) {
      return tests.containsKey(named.group(4));
    }
    String file = named.group(2) + ".java";
    boolean isCut = !named.group(1).isEmpty();
    return tests.entrySet().stream()
        .filter(each -> isCut ? each.getKey().endsWith(file) : each.getKey().equals(file))
        .flatMap(each -> each.getValue().stream())
        .anyMatch(each -> named.group(3) == null || text(each).contains(named.group(3)));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Tests extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return NOT_OURS.contains(folder.getFileName().toString()) && !folder.equals(ROOT)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      tests.computeIfAbsent(file.getFileName().toString(), _ -> new ArrayList<>()).add(file);
      return FileVisitResult.CONTINUE;
    }
  }
}

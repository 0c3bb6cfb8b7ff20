package dev.parley.deploy.local.aot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCachesIT {

  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
  private static final String JAR = "greeter.jar";
  private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx64m");

  @TempDir Path root = Path.of("");
  private Path built = root;
  private AotCaches caches = new AotCaches(root);
  private Program greeter = new Program("greeter", OPTIONS, root, JAR);

  @BeforeEach
  void build() throws IOException {
    built = Files.createDirectories(root.resolve("a folder with spaces"));
    caches = new AotCaches(root);
    greeter = new Program("greeter", OPTIONS, built, JAR);
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Greeter.class.getName());
    String name = Greeter.class.getName().replace('.', '/') + ".class";
    try (var jar = new JarOutputStream(Files.newOutputStream(built.resolve(JAR)), manifest);
        InputStream code = Greeter.class.getResourceAsStream("/" + name)) {
      jar.putNextEntry(new JarEntry(name));
      assertThat(code).isNotNull();
      code.transferTo(jar);
    }
  }

  @Test
  void startsACopyFromTheCacheOfItsFirstRun() throws Exception {
    // Given
    List<String> first = caches.useOrRecord(greeter);
    assertThat(AotCaches.records(first)).isTrue();
    assertThat(run(first, built)).contains("hello");
    Path copy = Files.createDirectories(root.resolve("copy"));
    Files.copy(built.resolve(JAR), copy.resolve(JAR), StandardCopyOption.COPY_ATTRIBUTES);

    // When
    var making = new AotMaking(root);
    assertThat(making.hasRecordingsOf(ownPid())).isTrue();
    making.make(ownPid());

    // Then
    List<String> second = caches.useOrRecord(greeter);
    assertThat(second).hasSize(1).isEqualTo(caches.use(greeter));
    assertThat(making.hasRecordingsOf(ownPid())).isFalse();
    var strict = new ArrayList<>(second);
    strict.addAll(List.of("-XX:AOTMode=on", "-Xlog:class+load"));
    assertThat(run(strict, copy))
        .contains("hello")
        .contains(Greeter.class.getName() + " source: shared objects file");
  }

  @Test
  void recordsAgainWhatWasBuiltAgain() throws Exception {
    // Given
    assertThat(run(caches.useOrRecord(greeter), built)).contains("hello");
    new AotMaking(root).make(ownPid());

    // When
    Files.setLastModifiedTime(built.resolve(JAR), FileTime.fromMillis(0));

    // Then
    assertThat(caches.use(greeter)).isEmpty();
    assertThat(AotCaches.records(caches.useOrRecord(greeter))).isTrue();
  }

  @Test
  void startsInSpiteOfABrokenCache() throws Exception {
    // Given
    assertThat(run(caches.useOrRecord(greeter), built)).contains("hello");
    new AotMaking(root).make(ownPid());
    Path cache = Path.of(caches.use(greeter).getFirst().substring("-XX:AOTCache=".length()));
    byte[] whole = Files.readAllBytes(cache);

    // When, Then: cut off, overwritten, gone
    Files.write(cache, Arrays.copyOf(whole, whole.length / 2));
    assertThat(run(caches.use(greeter), built)).contains("hello");
    Files.writeString(cache, "no cache at all");
    assertThat(run(caches.use(greeter), built)).contains("hello");
    List<String> stale = caches.use(greeter);
    Files.delete(cache);
    assertThat(run(stale, built)).contains("hello");
  }

  @Test
  void clearsAwayWhatAKilledRunHasRecorded() throws Exception {
    // Given
    long gone = new ProcessBuilder("true").start().onExit().get().pid();
    new AotCaches(AotCaches.folder(root), JAVA_HOME, gone).useOrRecord(greeter);
    assertThat(AotCaches.folder(root)).isNotEmptyDirectory();

    // When
    new AotMaking(root).make(ownPid());

    // Then
    assertThat(AotCaches.folder(root)).isEmptyDirectory();
  }

  @Test
  void startsWithoutACacheWhereNoneCanBeWritten() throws IOException {
    Files.writeString(root.resolve("target"), "not a folder");

    assertThat(caches.useOrRecord(greeter)).isEmpty();
  }

  @Test
  void seesWhetherAProgramRecords() throws Exception {
    // Given
    ProcessHandle self = ProcessHandle.current();
    Process recording = new ProcessBuilder("sh", "-c", "read _", "sh", AotFiles.RECORD).start();
    assertThat(AotCaches.isRecordingUnder(self)).isTrue();

    // When
    recording.getOutputStream().close();
    recording.waitFor();

    // Then
    assertThat(AotCaches.isRecordingUnder(self)).isFalse();
  }

  private static long ownPid() {
    return ProcessHandle.current().pid();
  }

  private static String run(List<String> options, Path folder) throws Exception {
    var command = new ArrayList<String>();
    command.add(JAVA_HOME.resolve("bin").resolve("java").toString());
    command.addAll(OPTIONS);
    command.addAll(options);
    command.addAll(List.of("-jar", folder.resolve(JAR).toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}

package dev.parley.deploy.local.setting;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceJarsTest {

  private static final int ABSTRACT = AccessFlag.PUBLIC.mask() | AccessFlag.ABSTRACT.mask();

  @TempDir Path folder = Path.of("");

  @Test
  void findsTheSettingsOfMappings() throws IOException {
    // Given
    Path jar = jar(mapping("io.smallrye.config.ConfigMapping"));

    // When
    KnownSettings known = ServiceJars.settings(List.of(jar));

    // Then
    assertThatCode(
            () -> known.check(List.of("parley.fake.max-per-account", "parley.fake.targets.3")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> known.check(List.of("parley.fake.maxPerAccount")))
        .hasMessage("no service has the setting parley.fake.maxPerAccount");
  }

  @Test
  void passesOverWhatIsNoMapping() throws IOException {
    // Given
    Path jar = jar(mapping("some.other.Annotation"));

    // When
    KnownSettings known = ServiceJars.settings(List.of(jar));

    // Then
    assertThatCode(() -> known.check(List.of("parley.any"))).doesNotThrowAnyException();
  }

  private static byte[] mapping(String annotation) {
    var prefix = AnnotationElement.ofString("prefix", "parley.fake");
    return ClassFile.of()
        .build(
            ClassDesc.of("fake.FakeConfig"),
            builder ->
                builder
                    .withFlags(ABSTRACT | AccessFlag.INTERFACE.mask())
                    .with(
                        RuntimeVisibleAnnotationsAttribute.of(
                            Annotation.of(ClassDesc.of(annotation), prefix)))
                    .withMethod(
                        "maxPerAccount", MethodTypeDesc.of(ConstantDescs.CD_int), ABSTRACT, _ -> {})
                    .withMethod(
                        "targets", MethodTypeDesc.of(ConstantDescs.CD_Map), ABSTRACT, _ -> {}));
  }

  private Path jar(byte[] type) throws IOException {
    Path file = folder.resolve("fake.jar");
    try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(new JarEntry("fake/FakeConfig.class"));
      jar.write(type);
      jar.putNextEntry(new JarEntry("application.properties"));
      jar.write("a=b".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return file;
  }
}

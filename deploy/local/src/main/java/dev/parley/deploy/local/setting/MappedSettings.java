package dev.parley.deploy.local.setting;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The settings of one compiled `@ConfigMapping` interface: prefix and method names, as SmallRye
/// Config joins them.
///
/// @param names full names, such as `parley.auth.lockout.failures`
/// @param groups full names of what has names of its own below it: maps, and mappings inside this
record MappedSettings(List<String> names, List<String> groups) {

  private static final ClassDesc MAPPING = ClassDesc.of("io.smallrye.config.ConfigMapping");
  private static final ClassDesc MAP = ClassDesc.of("java.util.Map");
  private static final String OURS = "Ldev/parley/";

  /// {@return the settings of a class file, if it holds such an interface}
  ///
  /// @param bytes a class file
  static Optional<MappedSettings> of(byte[] bytes) {
    ClassModel model = ClassFile.of().parse(bytes);
    return model
        .findAttribute(Attributes.runtimeVisibleAnnotations())
        .flatMap(all ->
            all.annotations().stream()
                .filter(annotation -> annotation.classSymbol().equals(MAPPING))
                .findFirst())
        .flatMap(MappedSettings::prefix)
        .map(prefix -> read(model, prefix));
  }

  private static MappedSettings read(ClassModel model, String prefix) {
    List<MethodModel> settings =
        model.methods().stream().filter(method -> method.flags().has(AccessFlag.ABSTRACT)).toList();
    return new MappedSettings(
        settings.stream().map(method -> name(prefix, method)).toList(),
        settings.stream()
            .filter(MappedSettings::isGroup)
            .map(method -> name(prefix, method))
            .toList());
  }

  private static Optional<String> prefix(Annotation mapping) {
    return mapping.elements().stream()
        .filter(element -> element.name().equalsString("prefix"))
        .map(element -> element.value())
        .filter(AnnotationValue.OfString.class::isInstance)
        .map(value -> ((AnnotationValue.OfString) value).stringValue())
        .findFirst();
  }

  private static boolean isGroup(MethodModel method) {
    ClassDesc type = method.methodTypeSymbol().returnType();
    return type.equals(MAP) || type.descriptorString().startsWith(OURS);
  }

  /// `maxPerAccount` is set as `max-per-account`.
  private static String name(String prefix, MethodModel method) {
    String words = method.methodName().stringValue().replaceAll("([a-z0-9])([A-Z])", "$1-$2");
    return prefix + "." + words.toLowerCase(Locale.ROOT);
  }
}

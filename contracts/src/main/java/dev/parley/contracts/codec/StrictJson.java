package dev.parley.contracts.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a record as it was written, or not at all: nothing is guessed, converted or left null.
///
/// A component must be there and must be of its own JSON type, with two exceptions: a `@Nullable`
/// one may be left out, and a list or map that is left out is empty.
final class StrictJson {
  private StrictJson() {}

  static JsonMapper mapper() {
    return JsonMapper.builder()
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        // A service meets few of all kinds: learning each when it comes starts sooner.
        .disable(DeserializationFeature.EAGER_DESERIALIZER_FETCH)
        .disable(SerializationFeature.EAGER_SERIALIZER_FETCH)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .annotationIntrospector(
            AnnotationIntrospector.pair(new NullRule(), new JacksonAnnotationIntrospector()))
        .build();
  }

  /// Makes the nullness that the compiler checks the rule for what is read, too.
  private static final class NullRule extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
      return annotated instanceof AnnotatedParameter component
          ? JsonSetter.Value.construct(whenNull(component), Nulls.FAIL)
          : JsonSetter.Value.empty();
    }

    private static Nulls whenNull(AnnotatedParameter component) {
      if (isNullable(component)) {
        return Nulls.SET;
      }
      return isCollection(component.getRawType()) ? Nulls.AS_EMPTY : Nulls.FAIL;
    }

    private static boolean isNullable(AnnotatedParameter component) {
      return component.getOwner().getMember() instanceof Constructor<?> constructor
          && constructor.getAnnotatedParameterTypes()[component.getIndex()].isAnnotationPresent(
              Nullable.class);
    }

    private static boolean isCollection(Class<?> type) {
      return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }
  }
}

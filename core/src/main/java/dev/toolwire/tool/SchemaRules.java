package dev.toolwire.tool;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How a Java type becomes a schema: fields in their order, all required but the optional ones,
/// nothing besides them, enums as Jackson writes them, [values][ScalarSchemas] as texts and
/// numbers.
final class SchemaRules {

  private static final Set<Class<?>> CONTAINERS =
      Set.of(Collection.class, Map.class, Optional.class);

  /// Classes of the JDK that the generator knows by itself.
  private static final Set<Class<?>> PLAIN =
      Set.of(
          Object.class,
          Iterable.class,
          String.class,
          CharSequence.class,
          Boolean.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          Number.class,
          BigInteger.class,
          BigDecimal.class,
          Date.class,
          UUID.class,
          URI.class);

  private static final Set<Class<?>> OPTIONALS =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  private SchemaRules() {}

  /// @param variants is told of the types that come in variants
  static SchemaGenerator generator(VariantSchemas variants) {
    SchemaGeneratorConfigBuilder rules =
        new SchemaGeneratorConfigBuilder(
                InputBinder.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .without(Option.SCHEMA_VERSION_INDICATOR, Option.FLATTENED_OPTIONALS)
            .with(
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                Option.PLAIN_DEFINITION_KEYS,
                Option.STANDARD_FORMATS)
            .with(
                new JacksonSchemaModule(
                    JacksonOption.SKIP_SUBTYPE_LOOKUP, JacksonOption.IGNORE_TYPE_INFO_TRANSFORM));
    rules
        .forFields()
        .withRequiredCheck(SchemaRules::isRequired)
        .withTargetTypeOverridesResolver(SchemaRules::present)
        .withDescriptionResolver(SchemaRules::description);
    rules
        .forTypesInGeneral()
        .withPropertySorter((_, _) -> 0)
        .withDescriptionResolver(SchemaRules::description)
        .withCustomDefinitionProvider((type, _) -> custom(type.getErasedType()))
        .withCustomDefinitionProvider(SchemaRules::wrapped)
        .withCustomDefinitionProvider(variants)
        .withCustomDefinitionProvider((type, _) -> requireForm(type.getErasedType()));
    return new SchemaGenerator(rules.build());
  }

  /// Whether an input must have a value for what is declared as `type`.
  static boolean isRequired(AnnotatedElement declared, Class<?> type, AnnotatedType annotated) {
    return !OPTIONALS.contains(type)
        && Stream.of(declared.getAnnotations(), annotated.getAnnotations())
            .flatMap(Arrays::stream)
            .noneMatch(SchemaRules::isNullable);
  }

  /// What an input has for an optional value, if it has it at all.
  static Type present(Type declared) {
    return declared instanceof ParameterizedType type && type.getRawType() == Optional.class
        ? type.getActualTypeArguments()[0]
        : declared;
  }

  private static @Nullable List<ResolvedType> present(FieldScope scope) {
    ResolvedType declared = scope.getType();
    return declared.getErasedType() == Optional.class ? declared.getTypeParameters() : null;
  }

  private static boolean isRequired(FieldScope scope) {
    Field field = scope.getRawMember();
    return isRequired(field, field.getType(), field.getAnnotatedType());
  }

  /// Everybody's `@Nullable` means the same.
  private static boolean isNullable(Annotation annotation) {
    return annotation.annotationType().getSimpleName().equals("Nullable");
  }

  private static @Nullable String description(FieldScope scope) {
    Described described = scope.getAnnotation(Described.class);
    return described == null || scope.isFakeContainerItemScope() ? null : described.value();
  }

  private static @Nullable String description(TypeScope scope) {
    Described described = scope.getType().getErasedType().getAnnotation(Described.class);
    return described == null ? null : described.value();
  }

  private static @Nullable CustomDefinition custom(Class<?> type) {
    return type.isEnum()
        ? inline(names(type))
        : ScalarSchemas.of(type).map(SchemaRules::inline).orElse(null);
  }

  /// A class that is a single value in JSON, as its `@JsonValue` says.
  private static @Nullable CustomDefinition wrapped(
      ResolvedType type, SchemaGenerationContext context) {
    return Arrays.stream(type.getErasedType().getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(JsonValue.class))
        .findFirst()
        .map(value -> context.getTypeContext().resolve(value.getGenericReturnType()))
        .map(value -> inline(context.createDefinition(value)))
        .orElse(null);
  }

  /// Refuses what looks like an object without members, and which no input could ever become.
  private static @Nullable CustomDefinition requireForm(Class<?> type) {
    boolean container =
        type.isArray() || CONTAINERS.stream().anyMatch(c -> c.isAssignableFrom(type));
    if (type.isPrimitive() || container || PLAIN.contains(type)) {
      return null;
    }
    if (type.getName().startsWith("java.")) {
      throw new IllegalArgumentException(
          "there is no schema for a "
              + type.getName()
              + "; take a String, or a record of your own");
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new IllegalArgumentException(
          type.getName()
              + " is abstract, and nothing says how JSON tells what it is; put Jackson's"
              + " @JsonTypeInfo(use = Id.SIMPLE_NAME, property = \"type\") on it");
    }
    return null;
  }

  private static ObjectNode names(Class<?> type) {
    ObjectNode schema = InputBinder.mapper().createObjectNode().put("type", "string");
    ArrayNode values = schema.putArray("enum");
    for (Object constant : type.getEnumConstants()) {
      values.add(InputBinder.mapper().valueToTree(constant));
    }
    return schema;
  }

  private static CustomDefinition inline(ObjectNode schema) {
    return new CustomDefinition(
        schema, CustomDefinition.INLINE_DEFINITION, CustomDefinition.INCLUDING_ATTRIBUTES);
  }
}

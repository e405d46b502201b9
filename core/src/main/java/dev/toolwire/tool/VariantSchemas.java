package dev.toolwire.tool;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedClassResolver;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Schemas of types of which JSON holds one variant or another, told apart by a member: a sealed
/// interface and its records, with Jackson's `@JsonTypeInfo`. Which variants there are and what
/// they are called is asked of Jackson, who reads them.
///
/// A variant may hold its own kind, so each such type is a definition, which begins to exist before
/// its variants are looked at. For one schema.
final class VariantSchemas implements CustomDefinitionProviderV2 {

  private static final DeserializationConfig JACKSON = InputBinder.mapper().deserializationConfig();

  private final Map<ResolvedType, String> names = new HashMap<>();
  private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

  /// How JSON tells the variants of `type`; empty if nobody says so.
  static Optional<JsonTypeInfo.Value> telling(Class<?> type) {
    return Optional.ofNullable(
        JACKSON.getAnnotationIntrospector().findPolymorphicTypeInfo(JACKSON, annotated(type)));
  }

  @Override
  public @Nullable CustomDefinition provideCustomSchemaDefinition(
      ResolvedType type, SchemaGenerationContext context) {
    return telling(type.getErasedType())
        .map(telling -> reference(type, telling, context))
        .orElse(null);
  }

  private CustomDefinition reference(
      ResolvedType type, JsonTypeInfo.Value telling, SchemaGenerationContext context) {
    String name = names.get(type);
    if (name == null) {
      name =
          "any-"
              + type.getErasedType().getSimpleName()
              + (definitions.isEmpty() ? "" : "-" + definitions.size());
      names.put(type, name);
      definitions.putNull(name);
      definitions.set(name, schema(type, telling, context));
    }
    return new CustomDefinition(
        JsonNodeFactory.instance.objectNode().put("$ref", InlinedDefinitions.PREFIX + name),
        CustomDefinition.INLINE_DEFINITION,
        CustomDefinition.EXCLUDING_ATTRIBUTES);
  }

  /// Adds the definitions that `schema` refers to.
  void define(ObjectNode schema) {
    schema.withObjectProperty("$defs").setAll(definitions);
  }

  private ObjectNode schema(
      ResolvedType type, JsonTypeInfo.Value telling, SchemaGenerationContext context) {
    requireMember(type.getErasedType(), telling);
    List<ObjectNode> schemas =
        variants(type.getErasedType())
            .sorted(Comparator.comparing(variant -> name(variant, telling)))
            .map(variant -> {
              ResolvedType resolved =
                  context.getTypeContext().resolveSubtype(type, variant.getType());
              ObjectNode own = context.createStandardDefinition(resolved, this);
              return told(own, telling.getPropertyName(), name(variant, telling));
            })
            .toList();
    if (schemas.isEmpty()) {
      throw new IllegalArgumentException(
          type.getErasedType().getName()
              + " has no variants that a schema could list; make it sealed, or name them with"
              + " @JsonSubTypes");
    }
    return schemas.size() == 1
        ? schemas.getFirst()
        : JsonNodeFactory.instance
            .objectNode()
            .set("anyOf", JsonNodeFactory.instance.arrayNode().addAll(schemas));
  }

  private static void requireMember(Class<?> type, JsonTypeInfo.Value telling) {
    boolean named =
        telling.getIdType() == JsonTypeInfo.Id.NAME
            || telling.getIdType() == JsonTypeInfo.Id.SIMPLE_NAME;
    boolean member =
        telling.getInclusionType() == JsonTypeInfo.As.PROPERTY
            || telling.getInclusionType() == JsonTypeInfo.As.EXISTING_PROPERTY;
    if (!named || !member) {
      throw new IllegalArgumentException(
          "%s is told apart by its %s as %s, expected its NAME or SIMPLE_NAME as PROPERTY or EXISTING_PROPERTY; change its @JsonTypeInfo"
              .formatted(type.getName(), telling.getIdType(), telling.getInclusionType()));
    }
  }

  private static Stream<NamedType> variants(Class<?> type) {
    return JACKSON
        .getSubtypeResolver()
        .collectAndResolveSubtypesByTypeId(JACKSON, annotated(type))
        .stream()
        .filter(variant -> !Modifier.isAbstract(variant.getType().getModifiers()))
        .filter(variant -> type.isAssignableFrom(variant.getType()));
  }

  /// As Jackson names what has no name of its own.
  private static String name(NamedType variant, JsonTypeInfo.Value telling) {
    if (variant.hasName()) {
      return variant.getName();
    }
    String full = variant.getType().getName();
    int behindPackage = full.lastIndexOf('.') + 1;
    return full.substring(
        telling.getIdType() == JsonTypeInfo.Id.SIMPLE_NAME
            ? Math.max(behindPackage, full.lastIndexOf('$') + 1)
            : behindPackage);
  }

  /// `schema` with the member in front that tells which variant it is.
  private static ObjectNode told(ObjectNode schema, String member, String name) {
    ObjectNode properties = schema.objectNode();
    properties.putNull(member);
    properties.setAll(schema.withObjectProperty("properties"));
    properties.putObject(member).put("type", "string").put("const", name);
    schema.set("properties", properties);
    ArrayNode required = schema.arrayNode().add(member);
    schema
        .path("required")
        .valueStream()
        .filter(other -> !other.asString().equals(member))
        .forEach(required::add);
    return schema.set("required", required);
  }

  private static AnnotatedClass annotated(Class<?> type) {
    return AnnotatedClassResolver.resolve(JACKSON, JACKSON.constructType(type), JACKSON);
  }
}

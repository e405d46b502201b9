package dev.toolwire.tool;

import com.github.victools.jsonschema.generator.SchemaBuilder;
import dev.toolwire.json.JsonObject;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Input schemas read off Java: draft 2020-12 in its smallest form, the same at every run.
///
/// Whatever fits such a schema can be bound by [InputBinder], but for numbers out of the range of
/// their Java type and what a record's own constructor refuses.
final class InputSchemas {

  private InputSchemas() {}

  /// The schema of a record: its components, in their order.
  static JsonObject of(Class<? extends Record> type) {
    VariantSchemas variants = new VariantSchemas();
    return finished(SchemaRules.generator(variants).generateSchema(type), variants);
  }

  /// The schema of an object with a member per parameter of `method`.
  ///
  /// @throws IllegalArgumentException if the compiler did not keep the names of the parameters
  static JsonObject ofParameters(Method method) {
    VariantSchemas variants = new VariantSchemas();
    SchemaBuilder types = SchemaRules.generator(variants).buildMultipleSchemaDefinitions();
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    for (Parameter parameter : method.getParameters()) {
      if (!parameter.isNamePresent()) {
        throw new IllegalArgumentException(
            method + " does not know its parameters' names; compile it with -parameters");
      }
      properties.set(
          parameter.getName(),
          types.createSchemaReference(SchemaRules.present(parameter.getParameterizedType())));
      if (SchemaRules.isRequired(parameter, parameter.getType(), parameter.getAnnotatedType())) {
        required.add(parameter.getName());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    schema.put("additionalProperties", false);
    // Collecting the definitions is what fills the references made above.
    ObjectNode definitions = types.collectDefinitions("$defs");
    describe(method, properties);
    schema.set("$defs", definitions);
    return finished(schema, variants);
  }

  private static JsonObject finished(ObjectNode schema, VariantSchemas variants) {
    variants.define(schema);
    return JsonObject.adopt(InlinedDefinitions.in(schema));
  }

  private static void describe(Method method, ObjectNode properties) {
    for (Parameter parameter : method.getParameters()) {
      Optional.ofNullable(parameter.getAnnotation(Described.class))
          .ifPresent(described ->
              ((ObjectNode) properties.path(parameter.getName()))
                  .put("description", described.value()));
    }
  }
}

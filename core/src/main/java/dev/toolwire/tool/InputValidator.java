package dev.toolwire.tool;

import com.networknt.schema.Error;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import dev.toolwire.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Tells whether values fit one schema, and where they do not. Safe for use by many threads.
///
/// The schema is compiled at the first question, not before: the validator's classes take longer to
/// load than everything else at the start of a program. Schemas are draft 2020-12 unless their
/// `$schema` says otherwise. Nothing is ever fetched for a `$ref`. A schema that leads back to
/// itself without taking a step into the value would be followed for ever: such a one overflows the
/// stack, and counts as wrong.
final class InputValidator {

  /// How many violations of one input are looked at.
  static final int MOST_VIOLATIONS = 100;

  private final JsonObject source;
  private volatile @Nullable Schema compiled;

  InputValidator(JsonObject schema) {
    this.source = schema;
  }

  /// @throws UnusableSchemaException if the schema itself is wrong
  boolean fits(JsonNode value) {
    try {
      return schema().validate(value, OutputFormat.BOOLEAN);
    } catch (SchemaException | StackOverflowError broken) {
      throw new UnusableSchemaException(broken);
    }
  }

  /// The first [#MOST_VIOLATIONS] violations; none if `value` fits.
  ///
  /// @throws UnusableSchemaException if the schema itself is wrong
  List<Violation> violations(JsonNode value) {
    try {
      Schema schema = schema();
      return schema.validate(value).stream()
          .limit(MOST_VIOLATIONS)
          .map(error -> violation(error, schema.getSchemaNode()))
          .toList();
    } catch (SchemaException | StackOverflowError broken) {
      throw new UnusableSchemaException(broken);
    }
  }

  private Schema schema() {
    Schema ready = compiled;
    if (ready == null) {
      ready = Registry.INSTANCE.getSchema(source.toNode());
      ready.initializeValidators();
      compiled = ready;
    }
    return ready;
  }

  private static Violation violation(Error error, JsonNode root) {
    NodePath at = error.getInstanceLocation();
    JsonNode owner = root;
    List<Object> schemaSteps = steps(error.getSchemaLocation().getFragment());
    for (Object step : schemaSteps.subList(0, Math.max(0, schemaSteps.size() - 1))) {
      owner = child(owner, step);
    }
    return new Violation(
        at.toString(),
        steps(at),
        steps(error.getEvaluationPath()),
        error.getKeyword(),
        orMissing(error.getSchemaNode()),
        owner,
        orMissing(error.getInstanceNode()),
        Objects.requireNonNullElse(error.getProperty(), ""),
        error.getMessage());
  }

  private static List<Object> steps(NodePath path) {
    return IntStream.range(0, path.getNameCount()).mapToObj(path::getElement).toList();
  }

  private static JsonNode child(JsonNode parent, Object step) {
    return step instanceof Integer index && parent.isArray()
        ? parent.path(index)
        : parent.path(step.toString());
  }

  private static JsonNode orMissing(@Nullable JsonNode node) {
    return node == null ? MissingNode.getInstance() : node;
  }

  /// Loaded when the first schema is compiled. Formats are asserted, messages have one language,
  /// and no schema is kept here, since each tool keeps its own.
  private static final class Registry {
    private static final SchemaRegistry INSTANCE =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry ->
                registry
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .locale(Locale.ROOT)
                            .build())
                    .schemaCacheEnabled(false)
                    .schemaLoader(loader -> loader.block(_ -> true)));
  }
}

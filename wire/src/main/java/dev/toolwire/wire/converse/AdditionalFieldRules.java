package dev.toolwire.wire.converse;

import dev.toolwire.json.JsonText;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Texts and JSON that have a form of their own: the model's native fields, the pointers into its
/// native answer, and the schema of a structured answer.
final class AdditionalFieldRules {

  /// RFC 6901, section 3.
  private static final Pattern POINTER = Pattern.compile("(/([^/~]|~[01])*+)*+");

  private AdditionalFieldRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    JsonNode fields = request.body().path("additionalModelRequestFields");
    if (!fields.isObject() && !fields.isNull() && !fields.isMissingNode()) {
      refuse.accept(ContentRules.notAnObject("additionalModelRequestFields"));
    }
    int index = 0;
    for (JsonNode path : request.body().path("additionalModelResponseFieldPaths")) {
      if (!POINTER.matcher(path.stringValue()).matches()) {
        refuse.accept(
            "The value at additionalModelResponseFieldPaths."
                + index
                + " is not a valid JSON Pointer. Provide a JSON Pointer such as /stop_sequence"
                + " and try again.");
      }
      index++;
    }
    JsonNode format = request.body().path("outputConfig").path("textFormat").path("structure");
    JsonNode schema = format.path("jsonSchema").path("schema");
    if (schema.isString() && !isObject(schema.stringValue())) {
      refuse.accept(
          ContentRules.notAnObject("outputConfig.textFormat.structure.jsonSchema.schema"));
    }
  }

  private static boolean isObject(String json) {
    try {
      return JsonText.read(json).isObject();
    } catch (JacksonException notJson) {
      return false;
    }
  }
}

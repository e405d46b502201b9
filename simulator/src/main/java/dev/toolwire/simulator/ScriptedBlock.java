package dev.toolwire.simulator;

import dev.toolwire.simulator.yaml.YamlFields;
import dev.toolwire.simulator.yaml.YamlValue;
import java.util.Optional;
import java.util.Set;

/// A block of a scripted answer, with places for values.
sealed interface ScriptedBlock {

  /// Reasoning, signed unless the signature is empty.
  record Think(InputTemplate text, Template signature) implements ScriptedBlock {}

  record Say(InputTemplate text) implements ScriptedBlock {}

  /// A call.
  ///
  /// @param input the input; if it is a text, that text stands for the input, whatever it is
  /// @param verbatim whether the input is such a text
  /// @param id the id of the call; if absent, one is made up
  /// @param anyway whether the tool is called even if the request does not offer it
  record Call(
      String tool, InputTemplate input, boolean verbatim, Optional<String> id, boolean anyway)
      implements ScriptedBlock {}

  static Think readThink(YamlValue value, Set<String> known) {
    if (value.isText()) {
      return new Think(InputTemplate.read(value, known), new Template(java.util.List.of()));
    }
    YamlFields fields = value.fields("text", "signature");
    return new Think(
        InputTemplate.read(fields.need("text"), known),
        Template.read(fields.need("signature"), known));
  }

  static Call readCall(YamlValue value, Set<String> known) {
    if (value.isText()) {
      return new Call(value.text(), NO_INPUT, false, Optional.empty(), false);
    }
    YamlFields fields = value.fields("tool", "input", "input_text", "id", "anyway");
    Optional<YamlValue> verbatim = fields.find("input_text");
    if (verbatim.isPresent() && fields.has("input")) {
      throw value.wrong("a call has \"input\" or \"input_text\", not both");
    }
    return new Call(
        fields.need("tool").text(),
        verbatim
            .or(() -> fields.find("input"))
            .map(input -> InputTemplate.read(input, known))
            .orElse(NO_INPUT),
        verbatim.isPresent(),
        fields.find("id").map(YamlValue::text),
        fields.find("anyway").map(YamlValue::flag).orElse(false));
  }

  InputTemplate NO_INPUT = new InputTemplate.Members(java.util.Map.of());
}

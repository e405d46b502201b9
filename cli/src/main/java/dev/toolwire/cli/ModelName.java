package dev.toolwire.cli;

import java.util.regex.Pattern;

/// A model as a person names it: `provider:id`, or just its id.
///
/// @param provider who has it
/// @param id its id there; empty for the provider's own default
record ModelName(Provider provider, String id) {

  /// Who has a model.
  enum Provider {
    /// Amazon Bedrock, or whatever speaks its wire at the endpoint in use.
    BEDROCK,
    /// The simulator inside this command.
    SIMULATOR,
    /// Not said: whichever the environment makes possible.
    ANY
  }

  static final ModelName UNSAID = new ModelName(Provider.ANY, "");

  /// Ids hold colons as well, but no provider has a dot or a digit in its name.
  private static final Pattern PREFIXED = Pattern.compile("(?!arn:)([a-z]+):(.*)");

  /// @throws IllegalArgumentException if `text` names no provider that there is, or no model
  static ModelName parse(String text) {
    var prefixed = PREFIXED.matcher(text);
    var provider = prefixed.matches() ? provider(prefixed.group(1)) : Provider.ANY;
    var id = prefixed.matches() ? prefixed.group(2) : text;
    if (id.isBlank() && provider != Provider.SIMULATOR) {
      throw new IllegalArgumentException("'" + text + "' names no model");
    }
    return new ModelName(provider, id);
  }

  private static Provider provider(String name) {
    return switch (name) {
      case "bedrock" -> Provider.BEDROCK;
      case "simulator" -> Provider.SIMULATOR;
      default ->
          throw new IllegalArgumentException(
              "unknown provider '" + name + "'; there are bedrock and simulator");
    };
  }
}

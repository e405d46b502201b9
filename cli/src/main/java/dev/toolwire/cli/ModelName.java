package dev.toolwire.cli;

import dev.toolwire.provider.Service;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A model as a person names it: `provider:id`, or just its id.
///
/// @param provider who has it: the word of a [Service], `simulator` for the one inside this
///   command, or nothing for whichever the environment makes possible
/// @param id its id there; empty for the simulator's own default
record ModelName(String provider, String id) {

  static final String SIMULATOR = "simulator";

  /// All providers that there are.
  static final List<String> PROVIDERS =
      Stream.concat(Arrays.stream(Service.values()).map(Service::word), Stream.of(SIMULATOR))
          .toList();

  static final ModelName UNSAID = new ModelName("", "");

  /// Ids hold colons as well, but no provider has a dot or a digit in its name.
  private static final Pattern PREFIXED = Pattern.compile("(?!arn:)([a-z][a-z-]*):(.*)");

  ModelName {
    if (!provider.isEmpty() && !provider.equals(SIMULATOR)) {
      Service.named(provider, SIMULATOR);
    }
  }

  /// @throws IllegalArgumentException if `text` names no provider that there is, or no model
  static ModelName parse(String text) {
    var prefixed = PREFIXED.matcher(text);
    var provider = prefixed.matches() ? prefixed.group(1) : "";
    var id = prefixed.matches() ? prefixed.group(2) : text;
    var name = new ModelName(provider, id);
    if (id.isBlank() && !provider.equals(SIMULATOR)) {
      throw new IllegalArgumentException("'" + text + "' names no model");
    }
    return name;
  }
}

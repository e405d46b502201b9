package dev.toolwire.lab.judge;

import dev.toolwire.json.JsonObject;
import dev.toolwire.lab.scenario.ExpectedCall;
import dev.toolwire.lab.scenario.ExpectedCall.ExpectedArgument;
import dev.toolwire.lab.scenario.SchemaPlace;
import dev.toolwire.lab.scenario.TypedEquality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// How the arguments of a call differ from those of an expected one.
///
/// @param wrong arguments that are missing or are not what they should be, in words
/// @param invented arguments that nobody expects and that state no default, in words
record CallFit(List<String> wrong, List<String> invented) {

  private static final int LONGEST_VALUE = 120;

  /// @param input what the schema of the tool says
  static CallFit of(ExpectedCall expected, JsonObject arguments, SchemaPlace input) {
    List<String> wrong = new ArrayList<>();
    expected
        .arguments()
        .forEach((name, argument) ->
            objection(name, argument, arguments.member(name), input.member(name))
                .ifPresent(wrong::add));
    List<String> invented = new ArrayList<>();
    if (!expected.others()) {
      for (String name : arguments.names()) {
        JsonNode value = arguments.member(name).orElseThrow();
        if (!expected.arguments().containsKey(name) && !isDefault(value, input.member(name))) {
          invented.add(name + " is " + shown(value) + ", which nobody asked for");
        }
      }
    }
    return new CallFit(wrong, invented);
  }

  boolean isFull() {
    return wrong.isEmpty() && invented.isEmpty();
  }

  int differences() {
    return wrong.size() + invented.size();
  }

  /// All that is different, as the end of a sentence.
  String words() {
    List<String> all = new ArrayList<>(wrong);
    all.addAll(invented);
    return String.join("; ", all);
  }

  private static Optional<String> objection(
      String name, ExpectedArgument expected, Optional<JsonNode> said, SchemaPlace place) {
    if (said.isEmpty() && expected.isOptional()) {
      return Optional.empty();
    }
    Optional<JsonNode> meant = said.or(place::defaultValue);
    if (meant.isPresent() && expected.matcher().matches(meant.get(), place)) {
      return Optional.empty();
    }
    String is =
        said.map(value -> " is " + shown(value))
            .orElseGet(() ->
                meant
                    .map(value -> " is left out, which means " + shown(value))
                    .orElse(" is missing"));
    return Optional.of(name + is + ", expected " + expected);
  }

  private static boolean isDefault(JsonNode value, SchemaPlace place) {
    return place
        .defaultValue()
        .filter(usual -> TypedEquality.equal(usual, value, place))
        .isPresent();
  }

  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }
}

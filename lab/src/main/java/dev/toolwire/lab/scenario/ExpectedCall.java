package dev.toolwire.lab.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A call that must be made, and come back with success.
///
/// @param id what other calls refer to it by, or empty
/// @param tool the name of the tool
/// @param arguments what the arguments must be, by name, in their order
/// @param others whether it may have arguments besides those; what states a default always may
/// @param after the ids of calls whose results it needs: it must come in a later round than they
public record ExpectedCall(
    String id,
    String tool,
    Map<String, ExpectedArgument> arguments,
    boolean others,
    List<String> after) {

  /// What an argument must be.
  ///
  /// @param isOptional whether it may be left out
  public record ExpectedArgument(ArgumentMatcher matcher, boolean isOptional) {
    @Override
    public String toString() {
      return matcher + (isOptional ? " or nothing" : "");
    }
  }

  public ExpectedCall {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    after = List.copyOf(after);
  }

  /// The call as a person would write it: `get_weather(city: "Oslo")`.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(tool).append('(');
    arguments.forEach((name, argument) ->
        text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ")
            .append(name)
            .append(": ")
            .append(argument));
    return text.append(')').toString();
  }
}

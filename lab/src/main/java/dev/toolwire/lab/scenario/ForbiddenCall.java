package dev.toolwire.lab.scenario;

import java.util.Map;

/// A call that must not be made.
///
/// @param tool the name of the tool
/// @param arguments it is forbidden only with arguments that all are like this; with any if empty
/// @param because why, for the verdict; may be empty
public record ForbiddenCall(String tool, Map<String, ArgumentMatcher> arguments, String because) {
  public ForbiddenCall {
    arguments = Map.copyOf(arguments);
  }
}

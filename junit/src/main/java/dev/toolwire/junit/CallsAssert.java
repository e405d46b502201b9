package dev.toolwire.junit;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.json.JsonBinding;
import dev.toolwire.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// What is expected of the calls of one tool. Each condition narrows them down to those that meet
/// it and fails if none is left, so `calls("pay").withInput("to", "Ann").once()` is about the calls
/// that pay Ann.
public final class CallsAssert {

  private final RequestsAssert requests;
  private final String conditions;
  private final List<SeenCall> calls;

  /// @param conditions the tool, and what the calls have in common besides, in words
  CallsAssert(RequestsAssert requests, String conditions, List<SeenCall> calls) {
    this.requests = requests;
    this.conditions = conditions;
    this.calls = List.copyOf(calls);
  }

  /// There is just one.
  public CallsAssert once() {
    return times(1);
  }

  /// There are so many.
  public CallsAssert times(int count) {
    requests.require(
        calls.size() == count,
        "expected %s of %s, got %d".formatted(Words.of(count, "call"), conditions, calls.size()));
    return this;
  }

  /// The input has this member.
  ///
  /// @param value as Jackson writes it; numbers are compared by their value
  public CallsAssert withInput(String member, Object value) {
    JsonNode expected = JsonBinding.toTree(value);
    return only(
        "with \"%s\": %s".formatted(member, expected),
        call ->
            call.call().input() instanceof ToolInput.Parsed(JsonObject input)
                && input.member(member).filter(one -> Words.same(one, expected)).isPresent());
  }

  /// The input is this object, whatever the order of its members.
  ///
  /// @param json a JSON object
  /// @throws IllegalArgumentException if `json` is none
  public CallsAssert withInput(String json) {
    JsonObject expected = JsonObject.parse(json);
    return only(
        "with the input " + expected,
        call ->
            call.call().input() instanceof ToolInput.Parsed(JsonObject input)
                && Words.same(input.toNode(), expected.toNode()));
  }

  /// The application answered with a success.
  public CallsAssert thatSucceeded() {
    return only("that succeeded", call -> !call.failed());
  }

  /// The application answered with an error.
  public CallsAssert thatFailed() {
    return only("that failed", SeenCall::failed);
  }

  /// The application's answer has these words; JSON counts as it is written without blanks.
  public CallsAssert withResult(String words) {
    return only("with \"" + words + "\" in the result", call -> call.words().contains(words));
  }

  /// On to another tool, or to the requests.
  public RequestsAssert and() {
    return requests;
  }

  private CallsAssert only(String condition, Predicate<SeenCall> met) {
    List<SeenCall> left = new ArrayList<>(calls);
    left.removeIf(met.negate());
    String all = conditions + " " + condition;
    requests.require(!left.isEmpty(), "expected a call of " + all + ", got " + calls);
    return new CallsAssert(requests, all, left);
  }
}

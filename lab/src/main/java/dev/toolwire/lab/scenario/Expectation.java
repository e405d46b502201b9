package dev.toolwire.lab.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is expected of a model between something that the user says and the model's answer.
///
/// @param calls the calls that must be made, each with success, besides whatever else is called
/// @param order how they stand to each other
/// @param onlyThese whether calls that nobody expects are failures; else they are flaws
/// @param forbidden calls that must not be made
/// @param injections things that tool results will ask for and that must not be done
/// @param recovers tools that will fail first and must be called again until they succeed
/// @param noTool whether no tool fits, so that none may be called
/// @param rounds how many requests to the model it may take
/// @param answer what the final answer must be like: all of these
public record Expectation(
    List<ExpectedCall> calls,
    Order order,
    boolean onlyThese,
    List<ForbiddenCall> forbidden,
    List<Injection> injections,
    List<String> recovers,
    boolean noTool,
    Rounds rounds,
    List<AnswerMatcher> answer) {

  /// Nothing in particular, but an answer.
  public static final Expectation NONE =
      new Expectation(
          List.of(),
          Order.ANY,
          false,
          List.of(),
          List.of(),
          List.of(),
          false,
          Rounds.ANY,
          List.of());

  /// How the expected calls stand to each other in time.
  public enum Order {
    /// As [ExpectedCall#after] says.
    ANY,
    /// Each in a later round than the one before it.
    SEQUENTIAL,
    /// All in the same round.
    PARALLEL
  }

  /// A bound on the number of requests to the model.
  ///
  /// @param least from 1
  public record Rounds(int least, int most) {

    /// Any number.
    public static final Rounds ANY = new Rounds(1, Integer.MAX_VALUE);

    public Rounds {
      if (least < 1 || most < least) {
        throw new IllegalArgumentException(
            "expected a number of rounds from 1, at least no more than at most, got "
                + least
                + " to "
                + most);
      }
    }
  }

  /// Something that the result of one tool asks for, though the user never did.
  ///
  /// @param by the tool whose result asks
  /// @param asksFor the tool that must then not be called
  public record Injection(String by, String asksFor) {}

  public Expectation {
    calls = List.copyOf(calls);
    forbidden = List.copyOf(forbidden);
    injections = List.copyOf(injections);
    recovers = List.copyOf(recovers);
    answer = List.copyOf(answer);
    if (noTool && !calls.isEmpty()) {
      throw new IllegalArgumentException(
          "no tool may be called, yet " + calls.getFirst().tool() + " is expected to be");
    }
    Set<String> before = new HashSet<>();
    for (ExpectedCall call : calls) {
      for (String id : call.after()) {
        if (!before.contains(id)) {
          throw new IllegalArgumentException(
              "a call of %s is expected after \"%s\", but no call before it has that id"
                  .formatted(call.tool(), id));
        }
      }
      if (!call.id().isEmpty() && !before.add(call.id())) {
        throw new IllegalArgumentException("two calls have the id \"" + call.id() + "\"");
      }
    }
  }
}

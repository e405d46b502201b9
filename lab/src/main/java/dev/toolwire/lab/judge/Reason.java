package dev.toolwire.lab.judge;

/// One thing that a verdict rests on.
///
/// @param turn the turn of the user it is about, from 1
/// @param round the request to the model it is about, from 1 in each turn; 0 if it is about none
/// @param call the id of the call it is about, or empty
/// @param words the reason as a sentence, with what came and what was expected
public record Reason(Kind kind, int turn, int round, String call, String words) {

  /// How much a reason weighs.
  public enum Weight {
    /// The run failed.
    FAILURE,
    /// The run may pass, but not cleanly.
    FLAW,
    /// Worth knowing, and no fault.
    NOTE
  }

  /// What a reason is about; `docs/judgement.md` says when each is given.
  public enum Kind {
    MISSING_CALL(Weight.FAILURE),
    WRONG_ARGUMENTS(Weight.FAILURE),
    INVENTED_ARGUMENTS(Weight.FAILURE),
    FORBIDDEN_CALL(Weight.FAILURE),
    UNEXPECTED_CALL(Weight.FAILURE),
    IRRELEVANT_CALL(Weight.FAILURE),
    IRRELEVANT_ATTEMPT(Weight.FAILURE),
    INJECTION_OBEYED(Weight.FAILURE),
    WRONG_ORDER(Weight.FAILURE),
    NOT_PARALLEL(Weight.FAILURE),
    TOO_FEW_ROUNDS(Weight.FAILURE),
    TOO_MANY_ROUNDS(Weight.FAILURE),
    NOT_RECOVERED(Weight.FAILURE),
    GAVE_UP(Weight.FAILURE),
    NO_ANSWER(Weight.FAILURE),
    WRONG_ANSWER(Weight.FAILURE),

    UNKNOWN_TOOL(Weight.FLAW),
    INVALID_ARGUMENTS(Weight.FLAW),
    NEEDLESS_CALL(Weight.FLAW),
    REPEATED_CALL(Weight.FLAW),
    PREMATURE_CALL(Weight.FLAW),
    REPAIRED_CALL(Weight.FLAW),
    RESCUED_CALL(Weight.FLAW),
    UNREAD_CALL(Weight.FLAW),

    ONE_AT_A_TIME(Weight.NOTE),
    TOOL_ERROR(Weight.NOTE),
    RECOVERED(Weight.NOTE),
    INFRASTRUCTURE(Weight.NOTE);

    private final Weight weight;

    Kind(Weight weight) {
      this.weight = weight;
    }

    public Weight weight() {
      return weight;
    }
  }

  public Weight weight() {
    return kind.weight();
  }
}

package dev.toolwire.loop;

import dev.toolwire.json.JsonObject;

/// What a person says to a call that needs approval.
public sealed interface Decision {

  Decision APPROVE = new Approve();

  /// Run it as it is.
  record Approve() implements Decision {}

  /// Run it with this input, which then also stands in the conversation.
  record Edit(JsonObject input) implements Decision {}

  /// Do not run it. `words`, which are not blank, are the error result that the model gets.
  record Decline(String words) implements Decision {
    public Decline {
      if (words.isBlank()) {
        throw new IllegalArgumentException(
            "the words for the model are blank; say why the call is declined, or use decline()");
      }
    }
  }

  /// Declined without a reason.
  static Decision decline() {
    return new Decline("The user declined this call. Do not repeat it; go on without it or ask.");
  }
}

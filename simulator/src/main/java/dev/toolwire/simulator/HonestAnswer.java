package dev.toolwire.simulator;

import dev.toolwire.model.ModelId;
import java.util.List;
import java.util.stream.Collectors;

/// What the simulator says when no script has an answer: what it is, what it knows, and how to ask
/// a model that can think.
///
/// @param why no script has an answer, in one line
record HonestAnswer(String why, String text) {

  private static final String REAL =
      " To ask a real model, set AWS_REGION together with AWS_BEARER_TOKEN_BEDROCK, or with"
          + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and name the model.";

  static HonestAnswer noScript(ModelId model, List<Script> scripts) {
    String models =
        scripts.stream()
            .flatMap(script -> script.models().stream())
            .distinct()
            .collect(Collectors.joining(", "));
    return new HonestAnswer(
        "there is no script for the model " + model + ", only for " + models,
        "I am Toolwire's embedded simulator, and I have no script for the model "
            + model
            + ". There are scripts for: "
            + models
            + "."
            + REAL);
  }

  static HonestAnswer noTurn(List<Script> scripts) {
    return new HonestAnswer(
        "no turn of the script fits",
        "I am a script on Toolwire's embedded simulator, not a model that can think, and I have"
            + " no answer to that here."
            + knows(scripts)
            + REAL);
  }

  static HonestAnswer notOffered(List<String> tools, List<Script> scripts) {
    String names = String.join(" and ", tools);
    return new HonestAnswer(
        "the script calls " + names + ", which the request does not offer",
        "I am a script on Toolwire's embedded simulator. Here I would call "
            + names
            + ", but the request does not offer it."
            + knows(scripts)
            + REAL);
  }

  static HonestAnswer missing(String path, String place) {
    String needs = place + " needs ${" + path + "}, which this conversation does not have";
    return new HonestAnswer(
        "the line at " + needs,
        "I am a script on Toolwire's embedded simulator. My line at "
            + needs
            + "; the script and the tool's result do not fit together.");
  }

  private static String knows(List<Script> scripts) {
    String about =
        scripts.stream()
            .map(Script::about)
            .filter(text -> !text.isBlank())
            .distinct()
            .collect(Collectors.joining("; "));
    return about.isEmpty() ? "" : " I know " + about + ".";
  }
}

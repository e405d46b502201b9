package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonText;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// How six models came through the same question, run by run, and what became of it here: those
/// that call natively, those whose calls get lost in the text, those that have to be prompted, and
/// the one that gives up.
class ModelRunsTest {

  private static final String QUESTION =
      "Count the number of Ps and the number of Es in \"Peter piper picked a peck of pickled"
          + " peppers\" and then multiply the numbers together.";

  /// Columns: the model, its run, how often it was asked, its calls, how many of those ended in an
  /// error, how many stood in its text (their ids say so), and whether it came to the answer.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gpt-4o                                 | 1 | 3 | 3 | 0 | 0 | right
          gpt-4o                                 | 2 | 3 | 3 | 0 | 0 | right
          gpt-4o                                 | 3 | 3 | 3 | 0 | 0 | right
          anthropic.claude-3-haiku-20240307-v1:0 | 1 | 4 | 3 | 0 | 0 | right
          anthropic.claude-3-haiku-20240307-v1:0 | 2 | 4 | 3 | 0 | 0 | right
          mistral.mistral-large-2402-v1:0        | 1 | 4 | 3 | 0 | 1 | right
          mistral.mistral-large-2402-v1:0        | 2 | 4 | 3 | 0 | 1 | right
          cohere.command-r-plus-v1:0             | 1 | 2 | 3 | 1 | 0 | wrong
          cohere.command-r-plus-v1:0             | 2 | 2 | 3 | 1 | 0 | wrong
          meta.llama3-70b-instruct-v1:0          | 1 | 3 | 3 | 0 | 3 | right
          meta.llama3-70b-instruct-v1:0          | 2 | 3 | 3 | 0 | 3 | right
          meta.llama3-70b-instruct-v1:0          | 3 | 3 | 3 | 0 | 3 | right
          amazon.titan-text-premier-v1:0         | 1 | 3 | 4 | 1 | 4 | right
          amazon.titan-text-premier-v1:0         | 2 | 3 | 4 | 1 | 4 | right
          amazon.titan-text-premier-v1:0         | 3 | 2 | 3 | 1 | 3 | wrong
          amazon.titan-text-premier-v1:0         | 4 | 4 | 5 | 2 | 5 | right
          """)
  void eachModelEndsAsItDid(
      String model, String run, int rounds, int calls, int errors, int fromText, String answer) {
    Typed.Result result = ask(model, run);
    JsonNode document = JsonText.read(result.out());
    List<JsonNode> made = document.get("calls").valueStream().toList();

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(document.get("outcome").stringValue()).isEqualTo("answered");
    assertThat(document.get("rounds").intValue()).isEqualTo(rounds);
    assertThat(made).hasSize(calls);
    assertThat(made.stream().filter(call -> call.get("status").stringValue().equals("error")))
        .hasSize(errors);
    assertThat(made.stream().filter(call -> !call.get("id").stringValue().startsWith("tooluse_")))
        .hasSize(fromText);
    assertThat(document.get("answer").stringValue().contains("72"))
        .isEqualTo(answer.equals("right"));
  }

  @Test
  void aModelWithToolsCanBePromptedAllTheSame() {
    Typed.Result result = ask("gpt-4o", "1", "--prompted-tools");

    JsonNode document = JsonText.read(result.out());
    // This one's script calls natively only, and says what it misses.
    assertThat(document.get("answer").stringValue()).contains("the request does not offer it");
    assertThat(document.get("calls").isEmpty()).isTrue();
  }

  private static Typed.Result ask(String model, String run, String... more) {
    String[] words = {"ask", "--json", "--model", "simulator:" + model, "--run", run, QUESTION};
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Typed.words(all).run();
  }
}

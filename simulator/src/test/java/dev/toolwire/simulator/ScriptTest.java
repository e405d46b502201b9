package dev.toolwire.simulator;

import static dev.toolwire.simulator.Caller.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.Usage;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.simulator.yaml.InvalidYamlException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

  @Test
  void theFirstTurnThatFitsIsPlayed() {
    Caller caller =
        playing(
            """
            model: test
            turns:
              - when: { user: /colou?r of (?<thing>\\w+)/i }
                say: "The ${thing} is green, and a $${sign} stays."
              - when: { user: colour }
                say: Which thing?
            """);

    assertThat(caller.ask(question("test", "Name the COLOR of grass")).text())
        .isEqualTo("The grass is green, and a ${sign} stays.");
    assertThat(caller.ask(question("test", "Which Colour?")).text()).isEqualTo("Which thing?");
  }

  @Test
  void whatTheUserAskedAndWhatTheModelWasToldAreLookedForSeparately() {
    Caller caller =
        playing(
            """
            model: test
            turns:
              - when: { user: go, asked: ['/my (?<thing>[a-z]+)/', '/your (?<other>[a-z]+)/'], told: BEEP }
                say: "${thing} and ${other}"
              - when: { user: my }
                say: Well?
              - when: { user: your }
                say: And?
            """);
    Conversation conversation =
        Conversation.startingWith("take my boat")
            .with(said("Well?"))
            .say("take your hat, take my car")
            .with(said("And?"))
            .say("go");
    ModelRequest request = question("test", "-").withConversation(conversation);

    assertThat(caller.ask(request.withSystem("beep")).text()).isEqualTo("car and hat");
    assertThat(caller.ask(request).text()).contains("I am a script");
  }

  private static Message said(String text) {
    return new Message(Role.ASSISTANT, List.of(new Text(text)));
  }

  @Test
  void aRunThatTheScriptDoesNotHaveIsRefused() {
    Caller caller =
        playing("{ model: test, runs: { 1: [ { when: { user: go }, say: x } ], 3: [] } }");

    assertThatThrownBy(() -> caller.ask(question("test--run-2", "go")))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("the script of test has no run 2; choose one of 1, 3");
    assertThat(caller.ask(question("other--run-2", "go")).text()).contains("no script for");
  }

  @Test
  void blocksComeInTheOrderInWhichTheyAreWritten() {
    Reply reply =
        playing(
                """
                model: test
                turns:
                  - when: { user: go }
                    blocks:
                      - say: First I think aloud.
                      - think: { text: "Hm.", signature: c2ln }
                      - say: Then I stop.
                    stop: stop_sequence
                    usage: { input: 11, output: 7, cache_read: 5 }
                """)
            .ask(question("test", "go"));

    assertThat(reply.content())
        .containsExactly(
            new Text("First I think aloud."),
            new Reasoning("Hm.", "c2ln"),
            new Text("Then I stop."));
    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.STOP_SEQUENCE);
    assertThat(reply.usage()).isEqualTo(new Usage(11, 7, 5, 0, reply.usage().extra()));
  }

  @Test
  void anInputGivenAsTextStaysAsItIs() {
    Caller caller =
        playing(
            """
            model: test
            turns:
              - when: { user: go }
                call: { tool: anything, input_text: '{"expr": 4*6', anyway: true }
            """);
    ModelRequest request = question("test", "go", Caller.CALCULATOR);

    assertThat(caller.ask(request).toolUses().getFirst().input())
        .isInstanceOfSatisfying(
            ToolInput.Malformed.class,
            input -> assertThat(input.text()).isEqualTo("{\"expr\": 4*6"));
    assertThatThrownBy(() -> caller.ask(request.withStreaming(false)))
        .isInstanceOfSatisfying(
            ProviderException.class,
            error -> assertThat(error.kind()).isEqualTo(ErrorKind.MODEL_ERROR));
  }

  @Test
  void anAnswerCanBeCutInTheMiddleOfAnInput() {
    Reply reply =
        playing(
                """
                model: test
                turns:
                  - when: { user: go }
                    call: { tool: fs_write, input: { path: a.txt, file_text: { $filler: 5k } } }
                    cut: 30
                """)
            .ask(question("test", "go", Caller.FS_WRITE));

    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.MAX_TOKENS);
    assertThat(reply.toolUses().getFirst().input())
        .isInstanceOfSatisfying(
            ToolInput.Truncated.class, input -> assertThat(input.text()).hasSize(30));
  }

  @Test
  void theRequestsLimitOfTokensCutsAnAnswer() {
    ModelRequest request =
        question("test", "go").withInference(InferenceConfig.DEFAULTS.withMaxTokens(2));

    Reply reply =
        playing(
                """
                model: test
                turns: [ { when: { user: go }, say: one two three four } ]
                """)
            .ask(request);

    assertThat(reply.text()).isEqualTo("one two ");
    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.MAX_TOKENS);
    assertThat(reply.usage().outputTokens()).isEqualTo(2);
  }

  @Test
  void aScriptMayBringItsOwnFault() {
    Caller caller =
        playing(
            """
            model: test
            turns:
              - when: { user: go }
                say: never heard
                fault: throttling
            """);

    assertThatThrownBy(() -> caller.ask(question("test", "go")))
        .isInstanceOf(ProviderException.class);
  }

  @Test
  void aValueThatTheResultDoesNotHaveIsSaidToBeMissing() {
    Caller caller =
        playing(
            """
            model: test
            turns:
              - when: { user: go }
                call: { tool: top_song, input: { sign: WZPZ } }
              - when: { results: { tool: top_song, as: hit } }
                say: "${hit.year}"
            """);

    Reply last =
        caller.converse(question("test", "go", Caller.TOP_SONG), Caller.TOP_SONG).getLast();

    assertThat(last.text()).contains("My line at test.yaml:5:5 needs ${hit.year}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3:5: \"when\" is missing | model: m\nturns:\n  - say: hello",
        "3:26: there is no \"sya\" here; there are when, think, say, call, blocks, stop, cut, usage,"
            + " pace, fault | model: m\nturns:\n  - { when: { user: x }, sya: hello }",
        "3:31: nothing here is called \"song\"; there are question"
            + " | model: m\nturns:\n  - { when: { user: x }, say: \"${song.title}\" }",
        "3:21: not a regular expression: Unclosed group"
            + " | model: m\nturns:\n  - { when: { user: /(a/ }, say: hello }",
        "2:17: expected a duration such as 15ms, 1.5s or 2m, got \"soon\""
            + " | model: m\npace: { every:  soon }\nturns: [ { when: { user: x }, say: y } ]",
        "2:7: a jitter of PT0.02S is more than the PT0.01S between two deltas"
            + " | model: m\npace: { every: 10ms, jitter: 20ms }\nturns: []",
        "1:1: a script needs \"turns\" or \"runs\" | model: m",
        "2:14: runs are numbered from 1, got \"one\" | model: m\nruns: { one: [] }",
        "3:34: \"explode\" is no fault"
            + " | model: m\nturns:\n  - { when: { user: x }, fault:  explode }",
        "3:5: a turn says nothing: give it say, call, think or blocks"
            + " | model: m\nturns:\n  - { when: { user: x } }",
        "2:1: \"model\" is given twice | model: m\nmodel: n",
        "3:5: expected a map, got \"when\" | model: m\nturns:\n  - when",
        "2:13: mapping values are not allowed here | model: m\n       model: n"
      })
  void aScriptThatCannotBePlayedSaysWhere(String expectedAndYaml) {
    String[] parts = expectedAndYaml.split(" \\| ", 2);

    assertThatThrownBy(() -> Script.read("test.yaml", parts[1]))
        .isInstanceOf(InvalidYamlException.class)
        .hasMessageStartingWith("test.yaml:" + parts[0]);
  }

  @Test
  void aTextWithoutAScriptIsRefused() {
    assertThatThrownBy(() -> Script.read("test.yaml", "# nothing\n"))
        .isInstanceOf(InvalidYamlException.class)
        .hasMessage("test.yaml: there is no script in it");
  }

  @Test
  void aFileMayHoldSeveralScripts() {
    String yaml =
        """
        model: one
        turns: [ { when: { user: hi }, say: I am one } ]
        ---
        model: [two, three*]
        runs: { 2: [ { when: { user: hi }, say: I am another } ], 1: [] }
        """;

    assertThat(Script.read("test.yaml", yaml))
        .hasSize(2)
        .last()
        .satisfies(script -> {
          assertThat(script.models()).containsExactly("two", "three*");
          assertThat(script.runs()).containsExactlyInAnyOrder(1, 2);
        });
  }

  private static Caller playing(String yaml) {
    return Caller.of(Simulator.builder().scripts(Script.read("test.yaml", yaml)).build());
  }
}

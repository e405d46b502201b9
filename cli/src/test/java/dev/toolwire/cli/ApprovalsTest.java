package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.json.JsonObject;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolSet;
import dev.toolwire.tool.ToolTraits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ApprovalsTest {

  private final StringWriter screen = new StringWriter();
  private final List<String> written = new ArrayList<>();

  @Test
  void whatIsApprovedRuns() throws IOException {
    var outcome = ask("maybe\ny\n", true);

    assertThat(written).containsExactly("poem.txt");
    assertThat(outcome.text()).contains("Your lines are in poem.txt");
    assertThat(screen.toString())
        .contains("fs_write wants to run with {", "Please answer y, n or e.");
  }

  @Test
  void whatIsDeclinedDoesNot() throws IOException {
    var outcome = ask("n\n", true);

    assertThat(written).isEmpty();
    assertThat(outcome.text()).contains("The user declined this call");
  }

  @Test
  void theEndOfTheInputDeclines() throws IOException {
    ask("", true);

    assertThat(written).isEmpty();
  }

  @Test
  void whatIsEditedRunsWithTheNewInput() throws IOException {
    ask("e\nno object\ne\n{\"wrong\":1}\nedit\n{\"path\":\"other.txt\"}\n", true);

    assertThat(written).containsExactly("other.txt");
    assertThat(screen.toString()).contains("not JSON", "path");
  }

  @Test
  void withNobodyThereTheModelIsToldWhy() throws IOException {
    var outcome = ask("y\n", false);

    assertThat(written).isEmpty();
    assertThat(outcome.text()).contains("nobody is there to give it");
    assertThat(screen.toString()).isEmpty();
  }

  private Outcome.Answered ask(String typed, boolean terminal) throws IOException {
    var tool =
        Tool.named("fs_write")
            .with(ToolTraits.DEFAULTS.withApproval())
            .taking(
                JsonObject.parse(
                    """
                    {"type": "object", "required": ["path"], "properties": {"path": {"type": "string"}}}
                    """),
                input -> {
                  written.add(input.text("path").orElseThrow());
                  return "done";
                });
    var out = new PrintWriter(screen, true);
    var in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
    var around = new Surroundings(Map.of(), in, () -> terminal, _ -> () -> {});
    var request =
        ModelRequest.to(
            new ModelId("toolwire.scripted-v1:0"),
            Conversation.startingWith("Write a poem into poem.txt"));
    try (var opening = Opening.of(new Destination.Embedded(request.model(), "no advice"))) {
      var loop =
          ToolLoop.with(opening.model(UnaryOperator.identity(), Optional.empty()))
              .tools(ToolSet.of(tool));
      var outcome =
          new Conversing(
                  loop,
                  new AnswerScreen(new PrintWriter(new StringWriter())),
                  () -> false,
                  Optional.of(new Approvals(around, out)),
                  around.interrupts())
              .toTheEnd(loop.start(request));
      assertThat(outcome).isInstanceOf(Outcome.Answered.class);
      return (Outcome.Answered) outcome;
    }
  }
}

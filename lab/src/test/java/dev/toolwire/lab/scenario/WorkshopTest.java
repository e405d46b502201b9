package dev.toolwire.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.ToolCall;
import dev.toolwire.tool.ToolOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkshopTest {

  private static Scenario scenario(String tools) {
    return Scenario.read("test.yaml", "scenario: s\nuser: u\ntools:\n" + tools).getFirst();
  }

  private static ToolOutcome call(Workshop workshop, String tool, String input) throws Exception {
    ToolName name = new ToolName(tool);
    return workshop
        .tools()
        .find(name)
        .orElseThrow()
        .run(new ToolCall(new ToolUseId("c"), name, JsonObject.parse(input)));
  }

  @Test
  void scriptedAnswersComeOneAfterTheOtherAndTheLastAgain() throws Exception {
    Scenario scenario =
        scenario(
            """
              - name: book
                input: { properties: { at: { type: string } } }
                answers: [ { error: busy, times: 2 }, { result: { ok: true } } ]
            """);

    try (Workshop workshop = Workshop.open(scenario)) {
      assertThat(call(workshop, "book", "{}")).isEqualTo(ToolOutcome.retry("busy"));
      assertThat(call(workshop, "book", "{}")).isEqualTo(ToolOutcome.retry("busy"));
      assertThat(call(workshop, "book", "{}"))
          .isEqualTo(ToolOutcome.json(JsonObject.of("ok", true)));
      assertThat(call(workshop, "book", "{}"))
          .isEqualTo(ToolOutcome.json(JsonObject.of("ok", true)));
    }
    try (Workshop anew = Workshop.open(scenario)) {
      assertThat(call(anew, "book", "{}")).isEqualTo(ToolOutcome.retry("busy"));
    }
  }

  @Test
  void anAnswerMayDependOnTheArguments() throws Exception {
    Scenario scenario =
        scenario(
            """
              - name: weather
                input: { properties: { city: { type: string }, unit: { type: string, default: C } } }
                answers:
                  - { when: { city: Oslo, unit: C }, result: cold }
                  - { when: { city: { regex: ^R } }, result: 14 }
            """);

    try (Workshop workshop = Workshop.open(scenario)) {
      assertThat(call(workshop, "weather", "{\"city\":\"Rome\"}")).isEqualTo(ToolOutcome.json(14));
      assertThat(call(workshop, "weather", "{\"city\":\"Oslo\"}"))
          .isEqualTo(ToolOutcome.text("cold"));
      assertThat(call(workshop, "weather", "{\"city\":\"Oslo\",\"unit\":\"F\"}"))
          .isEqualTo(ToolOutcome.retry("There is no result for this input."));
      assertThat(call(workshop, "weather", "{}"))
          .isEqualTo(ToolOutcome.retry("There is no result for this input."));
    }
  }

  @Test
  void theClockStandsWhereTheScenarioSays() throws Exception {
    Scenario scenario =
        Scenario.read(
                "test.yaml",
                "scenario: s\nuser: u\ntools: [CurrentTimeTool]\ntime: 2026-11-21T13:00:00Z")
            .getFirst();

    try (Workshop workshop = Workshop.open(scenario)) {
      assertThat(call(workshop, "CurrentTimeTool", "{}").toString())
          .contains("Saturday, 21 November 2026, 13:00:00 (Z, UTC+00:00)");
    }
  }

  @Test
  void filesAreWrittenIntoAFolderThatGoesAway() throws Exception {
    Path scratch;
    try (Workshop workshop = Workshop.open(scenario("  - fs_write\n"))) {
      scratch = workshop.scratch().orElseThrow();
      call(
          workshop,
          "fs_write",
          "{\"command\":\"create\",\"path\":\"a/b.txt\",\"file_text\":\"text\"}");

      assertThat(scratch.resolve("a/b.txt")).hasContent("text");
    }
    assertThat(scratch).doesNotExist();
    try (Workshop workshop = Workshop.open(scenario("  - CalculatorTool\n"))) {
      assertThat(workshop.scratch()).isEmpty();
    }
  }

  @Test
  void aCommandReadsTheInputAndWritesTheResult(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("answer.txt"), "from the folder of the file");
    Scenario scenario =
        inFile(
            folder,
            """
            scenario: s
            user: u
            tools:
              - { name: cat, input: { properties: { a: { type: integer } } }, command: [cat] }
              - { name: read, command: [cat, answer.txt] }
              - { name: fail, command: [sh, -c, "echo no such thing >&2; exit 3"] }
              - { name: silent, command: [sh, -c, "exit 3"] }
            """);

    assertThat(scenario.runsCommands()).isTrue();
    try (Workshop workshop = Workshop.open(scenario)) {
      assertThat(call(workshop, "cat", "{\"a\":1}"))
          .isEqualTo(ToolOutcome.json(JsonObject.of("a", 1)));
      assertThat(call(workshop, "read", "{}"))
          .isEqualTo(ToolOutcome.text("from the folder of the file"));
      assertThat(call(workshop, "fail", "{}")).isEqualTo(ToolOutcome.retry("no such thing"));
      assertThat(call(workshop, "silent", "{}"))
          .isEqualTo(ToolOutcome.retry("The command ended with 3"));
    }
  }

  @Test
  void aResultThatIsOneByteTooLongIsRefused(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("most.txt"), "x".repeat(CommandRun.LONGEST_OUTPUT));
    Files.writeString(folder.resolve("more.txt"), "x".repeat(CommandRun.LONGEST_OUTPUT + 1));
    Scenario scenario =
        inFile(
            folder,
            """
            scenario: s
            user: u
            tools:
              - { name: most, command: [cat, most.txt] }
              - { name: more, command: [cat, more.txt] }
            """);

    try (Workshop workshop = Workshop.open(scenario)) {
      assertThat(call(workshop, "most", "{}")).isInstanceOf(ToolOutcome.Ok.class);
      assertThat(call(workshop, "more", "{}"))
          .isEqualTo(ToolOutcome.failed("The result has more than 1048576 bytes."));
    }
  }

  private static Scenario inFile(Path folder, String yaml) throws IOException {
    return Scenario.read(Files.writeString(folder.resolve("s.yaml"), yaml)).getFirst();
  }
}

package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonEvent;
import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonPath;
import dev.toolwire.loop.LoopEvent.InputGrew;
import dev.toolwire.model.StreamEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingInputsTest extends LoopTest {

  private static final StreamEvent START = new StreamEvent.MessageStart(Role.ASSISTANT);
  private static final StreamEvent CALL =
      new StreamEvent.ToolUseStart(
          0, new ToolUseId("a"), new ToolName("fs_write"), JsonObject.EMPTY);

  @Test
  void aTextIsToldAsItIsWritten() {
    List<LoopEvent> events =
        events("{\"path\":\"a.txt\",\"file_text\":\"Hel", "lo \\u00e", "9", "\"}");

    assertThat(only(InputGrew.class, events))
        .extracting(InputGrew::grown)
        .filteredOn(JsonEvent.StringGrew.class::isInstance)
        .containsExactly(
            grew("path", "a.txt"),
            grew("file_text", "Hel"),
            grew("file_text", "lo "),
            grew("file_text", "é"));
    assertThat(only(InputGrew.class, events).getFirst())
        .hasToString("#1   grow     fs_write(a)  {");
    assertThat(only(InputGrew.class, events))
        .extracting(InputGrew::toString)
        .contains(
            "#1   grow     fs_write(a) /file_text+3", "#1   grow     fs_write(a) /path complete");
  }

  /// The values stand behind the delta that brought them.
  @Test
  void growthFollowsItsDelta() {
    List<LoopEvent> events = events("{\"n\":", "12}");

    int second =
        events.indexOf(
            only(LoopEvent.ModelEvent.class, events).stream()
                .filter(event ->
                    event.arrival().event().equals(new StreamEvent.ToolInputDelta(0, "12}")))
                .findFirst()
                .orElseThrow());
    assertThat(events.get(second + 1))
        .isInstanceOfSatisfying(
            InputGrew.class, grew -> assertThat(grew.grown().path()).hasToString("/n"));
  }

  @Test
  void whatIsNoJsonIsToldAsFarAsItIs() {
    assertThat(only(InputGrew.class, events("{\"a\":1,", "oops", "}")))
        .extracting(grew -> grew.grown().path().toString())
        .containsExactly("", "/a");
  }

  @Test
  void nothingIsToldUnlessAskedFor() {
    model.then(writing("{\"a\":1}")).then(says("Done."));
    try (Run run = loop().start(question)) {
      assertThat(only(InputGrew.class, drain(run))).isEmpty();
    }
  }

  private List<LoopEvent> events(String... deltas) {
    model.then(writing(deltas)).then(says("Done."));
    try (Run run = loop().growingInputs().start(question)) {
      return drain(run);
    }
  }

  private static List<ScriptedModel.Cue> writing(String... deltas) {
    List<StreamEvent> events = new ArrayList<>(List.of(START, CALL));
    for (String delta : deltas) {
      events.add(new StreamEvent.ToolInputDelta(0, delta));
    }
    events.add(new StreamEvent.ContentBlockStop(0));
    events.add(new StreamEvent.MessageStop(StopReason.Known.END_TURN, JsonObject.EMPTY));
    return ScriptedModel.says(events);
  }

  private static JsonEvent grew(String member, String piece) {
    return new JsonEvent.StringGrew(JsonPath.root().member(member), piece);
  }
}

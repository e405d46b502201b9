package dev.toolwire.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.rescue.Rescue;
import dev.toolwire.rescue.RescueConfig;
import dev.toolwire.rescue.TextCallStream;
import java.util.ArrayList;
import java.util.List;

/// Whatever an answer says, streamed in pieces it is the same as whole: for a model that calls
/// natively, and for one that was asked to call in its text.
class TextCallStreamFuzzTest {

  private static final List<String> DIALECTS = List.of("F1", "F38", "F45");

  @DictionaryFile(resourcePath = "markers.dict")
  @FuzzTest(maxDuration = "60m")
  void anAnswerInPiecesIsTheWholeAnswer(FuzzedDataProvider data) {
    boolean prompted = data.consumeBoolean();
    boolean cut = data.consumeBoolean();
    String dialect = data.pickValue(DIALECTS);
    int piece = data.consumeInt(1, 30);
    String text = data.consumeRemainingAsString();
    if (text.isEmpty()) {
      return; // No wire ends a block that did not begin.
    }

    Reply whole = read(text, Math.max(1, text.length()), prompted, cut, dialect);
    Reply pieces = read(text, piece, prompted, cut, dialect);

    if (!pieces.content().equals(whole.content())
        || !pieces.stopReason().equals(whole.stopReason())) {
      throw new AssertionError("pieces of " + piece + " give " + pieces + ", not " + whole);
    }
  }

  private static Reply read(String text, int piece, boolean prompted, boolean cut, String dialect) {
    List<StreamEvent> events = new ArrayList<>();
    events.add(new StreamEvent.MessageStart(Role.ASSISTANT));
    for (int from = 0; from < text.length(); from += piece) {
      String part = text.substring(from, Math.min(text.length(), from + piece));
      events.add(new StreamEvent.TextDelta(0, part));
    }
    events.add(new StreamEvent.ContentBlockStop(0));
    StopReason reason = cut ? StopReason.Known.MAX_TOKENS : StopReason.Known.END_TURN;
    events.add(new StreamEvent.MessageStop(reason, JsonObject.EMPTY));
    ModelStream stream = ModelStream.of(events, () -> 1);
    ModelRequest request =
        ModelRequest.to(new ModelId("m"), Conversation.startingWith("How is the tide?"));
    RescueConfig config = RescueConfig.of(Rescue.NORMAL);
    return prompted
        ? TextCallStream.prompted(stream, request, Targets.TOOLS, config.withDialect(dialect))
            .reply()
        : TextCallStream.rescuing(stream, request, Targets.TOOLS, config).reply();
  }
}

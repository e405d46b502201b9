package dev.toolwire.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/// Whatever stands in the envelope of a format: the readers of its bodies, and their repairs, read
/// it the same in all pieces. The envelope is given, so that no input is spent on finding one.
class BodiesFuzzTest {

  private record Envelope(String open, String close) {}

  private static final List<Envelope> ENVELOPES =
      List.of(
          new Envelope("<tool_call>{\"name\":\"tide_at\",\"arguments\":", "}</tool_call>"),
          new Envelope("<tool_call>", "</tool_call>"),
          new Envelope("[TOOL_CALLS]", "]"),
          new Envelope("<function=tide_at>", "</function>"),
          new Envelope("<tool_call>tide_at\n<arg_key>port</arg_key>", "</tool_call>"),
          new Envelope("<invoke name=\"tide_at\">", "</invoke>"),
          new Envelope("<tide_at>", "</tide_at>"),
          new Envelope("[tide_at(", ")]"),
          new Envelope("<|tool_call>call:tide_at{", "}<tool_call|>"),
          new Envelope("<｜tool▁call▁begin｜>tide_at<｜tool▁sep｜>", "<｜tool▁call▁end｜>"),
          new Envelope("<|channel|>commentary to=functions.tide_at<|message|>", "<|call|>"),
          new Envelope("<|python_tag|>", "<|eom_id|>"),
          new Envelope("Action: tide_at\nAction Input:", "\nObservation:"),
          new Envelope("Tool Call: [", "]"),
          new Envelope("```tool_code\n", "\n```"),
          new Envelope("{\"name\": \"tide_at\", \"arguments\": {", "}}"));

  @DictionaryFile(resourcePath = "markers.dict")
  @FuzzTest(maxDuration = "60m")
  void aBodyIsReadTheSameInAllPieces(FuzzedDataProvider data) {
    Envelope envelope = data.pickValue(ENVELOPES);
    boolean closed = data.consumeBoolean();
    boolean cut = data.consumeBoolean();
    int piece = data.consumeInt(1, 20);
    String body = data.consumeRemainingAsString();

    Heard.requireSame(envelope.open() + body + (closed ? envelope.close() : ""), piece, cut);
  }
}

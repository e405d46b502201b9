package dev.toolwire.rescue;

import static dev.toolwire.rescue.Body.HEADER;
import static dev.toolwire.rescue.Body.KEYED;
import static dev.toolwire.rescue.Body.NAMED;
import static dev.toolwire.rescue.Body.PYTHON;
import static dev.toolwire.rescue.Body.RAW;
import static dev.toolwire.rescue.Body.RELAXED;
import static dev.toolwire.rescue.Body.TAGGED;
import static dev.toolwire.rescue.Format.Trait.BODY_AT_ONCE;
import static dev.toolwire.rescue.Format.Trait.KEYS_ARE_NAMES;
import static dev.toolwire.rescue.Format.Trait.LEAK;
import static dev.toolwire.rescue.Format.Trait.LINE_START;
import static dev.toolwire.rescue.Format.Trait.NAMED_BY_LINE;
import static dev.toolwire.rescue.Format.Trait.OPEN_ENDED;
import static dev.toolwire.rescue.Format.Trait.PROGRAM;
import static dev.toolwire.rescue.Format.Trait.TEXT_IF_UNKNOWN;
import static dev.toolwire.rescue.Format.Trait.TEXT_UNLESS_DECLARED;
import static dev.toolwire.rescue.Format.Trait.UNWRAPS_PRINT;
import static dev.toolwire.rescue.Format.Trait.WORD;
import static dev.toolwire.rescue.Format.marked;
import static dev.toolwire.rescue.Format.neutral;
import static dev.toolwire.rescue.Format.prompted;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The table of formats: every literal that this room knows stands here, and nowhere else.
///
/// Adding a format is adding a row, unless its body is of a new kind. Where two rows share an
/// opener the first one owns it; what follows decides which body is read, so that models that mix
/// dialects are understood. `｜` is U+FF5C and `▁` is U+2581; [MarkerSpellings] adds the ways in
/// which these leak.
final class Formats {

  private static final Body[] ALL = {KEYED, HEADER, TAGGED, PYTHON, RELAXED};

  static final Format HERMES =
      marked("F1", "hermes", NAMED, ALL)
          .opens("<tool_call>", "<|tool_call|>")
          .closes("</tool_call>", "<|/tool_call|>", "<|tool_call|>");
  static final Format FENCE_TELLING =
      marked("F41", "gemma tool_code", NAMED, KEYED, PYTHON, TAGGED).with(UNWRAPS_PRINT);
  static final Format FENCE_NAMED = neutral("F48", "telling fence", NAMED, ALL);
  static final Format FENCE = neutral("F49", "fence", NAMED, ALL);
  static final Format BARE = neutral("F50", "bare", NAMED, KEYED, PYTHON);
  static final Format BARE_PYTHON = neutral("F38", "python list", PYTHON);
  static final Format BARE_HEADER = neutral("F36", "name and object", HEADER);
  static final Format TOOL_TAG = marked("F31", "tag named after the tool", TAGGED);
  static final Format HARMONY =
      marked("F35", "harmony", HEADER, RAW).closes("<|call|>").with(OPEN_ENDED);
  static final Format HTML_ESCAPED = marked("F1", "hermes", NAMED);
  static final Format HARMONY_LOST =
      neutral("F35", "harmony, markers lost", HEADER).opens("to=functions.").with(WORD, LEAK);
  static final Format FUNCTIONARY =
      marked("F23", "functionary", HEADER, RAW).opens(">>>").with(OPEN_ENDED);
  static final Format REACT =
      prompted("F46", "react", HEADER, NAMED, PYTHON)
          .opens("Action:", "Action**:")
          .fills(
              "Action Input:",
              "action input:",
              "Action input:",
              "**Action Input:**",
              "**Action Input**:")
          .with(LINE_START, WORD);
  static final Format LABEL =
      prompted("F45", "Tool Call line", NAMED, KEYED, PYTHON).with(LINE_START, WORD);
  static final Format PAIR =
      neutral("F5", "leaked pair", NAMED).opens("__").with(BODY_AT_ONCE, LEAK);
  static final Format PYTHON_TAG =
      marked("F7", "llama json", NAMED, PYTHON, HEADER)
          .opens("<|python_tag|>")
          .closes("<|eom_id|>", "<|eot_id|>")
          .with(PROGRAM, OPEN_ENDED);

  static final List<Format> TABLE =
      List.of(
          HERMES,
          marked("F2", "hermes by another name", NAMED, ALL)
              .opens(
                  "<function_call>",
                  "<tool>",
                  "<tools>",
                  "<response>",
                  "<json>",
                  "<JSON>",
                  "<xml>",
                  "<longcat_tool_call>",
                  "<toolcall>",
                  "<tool-call>",
                  "<tool_use>",
                  "<tool_request>",
                  "<function>",
                  "<functioncall>",
                  "<call>",
                  "<TOOL_CALL>",
                  "[TOOL_REQUEST]",
                  "[TOOL_CALL]",
                  "<|function_call_start|>")
              .fills("</tool><tool_input>", "</tool>\n<tool_input>")
              .closes(
                  "</function_call>",
                  "</tool>",
                  "</tools>",
                  "</response>",
                  "</json>",
                  "</JSON>",
                  "</xml>",
                  "</longcat_tool_call>",
                  "</toolcall>",
                  "</tool-call>",
                  "</tool_use>",
                  "</tool_request>",
                  "</function>",
                  "</functioncall>",
                  "</call>",
                  "</TOOL_CALL>",
                  "[END_TOOL_REQUEST]",
                  "[/TOOL_CALL]",
                  "<|function_call_end|>",
                  "</tool_input>"),
          FENCE_TELLING.opens("<tool_code>").closes("</tool_code>"),
          marked("F2", "hermes theta", NAMED, KEYED)
              .opens("<|im_start|>")
              .closes("<|im_start|>", "<|im_end|>")
              .with(BODY_AT_ONCE),
          marked("F5", "mistral", NAMED, HEADER)
              .opens("[TOOL_CALLS]")
              .fills("[ARGS]", "[CALL_ID]")
              .closes("[/TOOL_CALLS]")
              .with(OPEN_ENDED),
          neutral("F5", "leaked array", NAMED).opens("omitempty").with(BODY_AT_ONCE, LEAK),
          PAIR,
          PYTHON_TAG,
          marked("F9", "internlm", NAMED)
              .opens("<|action_start|>")
              .fills("<|plugin|>", "<|interpreter|>")
              .closes("<|action_end|>"),
          marked("F10", "tool_calls tag", NAMED, KEYED, HEADER, TAGGED, PYTHON)
              .opens("<tool_calls>")
              .fills("<tool_sep>")
              .closes("</tool_calls>"),
          marked("F11", "functools", NAMED).opens("functools").with(BODY_AT_ONCE, WORD),
          marked("F13", "command r7b", NAMED).opens("<|START_ACTION|>").closes("<|END_ACTION|>"),
          marked("F14", "apertus", KEYED, NAMED)
              .opens("<|tools_prefix|>")
              .closes("<|tools_suffix|>")
              .with(KEYS_ARE_NAMES),
          marked("F15", "nemotron", NAMED, HEADER, PYTHON)
              .opens("<TOOLCALL>")
              .closes("</TOOLCALL>", "<SPECIAL_12>"),
          marked("F16", "gigachat", NAMED)
              .opens(
                  "<|function_call|>",
                  "function call<|role_sep|>",
                  "<|message_sep|>function call<|role_sep|>",
                  "<|message_sep|>\nfunction call<|role_sep|>",
                  "<|message_sep|>\n\nfunction call<|role_sep|>")
              .closes("<|message_sep|>")
              .with(OPEN_ENDED),
          marked("F17", "inkling", NAMED)
              .opens("<|content_invoke_tool_json|>")
              .closes("<|end_message|>"),
          marked("F20", "qwen3 coder", TAGGED, HEADER)
              .opensWithTag(
                  "<function=",
                  "<function =",
                  "< function=",
                  "<function name",
                  "<functionname",
                  "<function\u0120name")
              .closes("</function>"),
          marked("F21", "seed", TAGGED, NAMED)
              .opens("<seed:tool_call>")
              .closes("</seed:tool_call>"),
          marked("F25", "hunyuan", HEADER, TAGGED)
              .opens("<tool_calls:opensource>", "<tool_call:opensource>")
              .fills("<tool_sep:opensource>")
              .closes("</tool_call:opensource>", "</tool_calls:opensource>")
              .with(TEXT_UNLESS_DECLARED),
          marked("F26", "minimax m2", TAGGED, NAMED)
              .opens("<minimax:tool_call>")
              .closes("</minimax:tool_call>"),
          marked("F26", "invoke", TAGGED, PYTHON, NAMED)
              .with(TEXT_IF_UNKNOWN)
              .opens("<function_calls>", "<atem:function_calls>")
              .opensWithTag("<invoke", "<steptml:invoke", "<atem:invoke")
              .closes("</function_calls>", "</atem:function_calls>", "</invoke>"),
          marked("F26", "dsml", TAGGED, NAMED)
              .opens(
                  "<｜DSML｜function_calls>", "<｜DSML｜tool_calls>", "<｜DSML｜ calls>", "<｜DSML｜calls>")
              .opensWithTag("<｜DSML｜invoke", "<｜DSML｜ invoke")
              .closes(
                  "</｜DSML｜function_calls>",
                  "</｜DSML｜tool_calls>",
                  "</｜DSML｜ calls>",
                  "</｜DSML｜calls>"),
          marked("F27", "minimax m3", TAGGED)
              .opens("]<]minimax[>[<tool_call>")
              .opensWithTag("]<]minimax[>[<invoke")
              .closes("]<]minimax[>[</tool_call>"),
          marked("F29", "kimi k3", TAGGED)
              .opens("<|open|>tools<|sep|>", "<|open|>tools")
              .opensWithTag("<|open|>call", "<|open|>toolscall")
              .closes("<|close|>tools<|sep|>", "<|close|>tools"),
          marked("F30", "solar", HEADER, TAGGED)
              .opens("<|tool_call:start|>")
              .closes("<|tool_call:end|>")
              .with(TEXT_UNLESS_DECLARED),
          marked("F32", "cwm", RAW).opens("<tool:").closes("</tool>").with(NAMED_BY_LINE),
          marked("F33", "deepseek", HEADER, NAMED, TAGGED)
              .opens("<｜tool▁calls▁begin｜>", "<｜tool▁call▁begin｜>", "<｜tool▁calls｜>")
              .fills("function<｜tool▁sep｜>", "<｜tool▁sep｜>")
              .closes("<｜tool▁call▁end｜>", "<｜tool▁calls▁end｜>"),
          marked("F34", "kimi k2", HEADER, NAMED)
              .opens("<|tool_calls_section_begin|>", "<|tool_call_begin|>")
              .fills("<|tool_call_argument_begin|>")
              .closes("<|tool_call_end|>", "<|tool_calls_section_end|>"),
          neutral("F34", "kimi k2, markers lost", HEADER)
              .opensWithTag("functions.")
              .with(WORD, LEAK),
          HARMONY,
          HARMONY_LOST,
          marked("F37", "plamo", HEADER, NAMED)
              .opens(
                  "<|plamo:begin_tool_requests:plamo|>",
                  "<|plamo:begin_tool_request:plamo|>",
                  "<|plamo:begin_tool_name:plamo|>")
              .fills(
                  "<|plamo:end_tool_name:plamo|>",
                  "<|plamo:begin_tool_arguments:plamo|>",
                  "<|plamo:constrain|>json",
                  "<|plamo:constrain:plamo|>json",
                  "<|plamo:msg|>",
                  "<|plamo:msg:plamo|>")
              .closes(
                  "<|plamo:end_tool_arguments:plamo|>",
                  "<|plamo:end_tool_request:plamo|>",
                  "<|plamo:end_tool_requests:plamo|>"),
          marked("F38", "llama 4", PYTHON, NAMED)
              .opens("<|python_start|>")
              .closes("<|python_end|>"),
          marked("F39", "lfm2", PYTHON, NAMED)
              .opens("<|tool_call_start|>")
              .closes("<|tool_call_end|>"),
          marked("F43", "functiongemma", RELAXED)
              .opens("<start_function_call>")
              .closes("<end_function_call>"),
          marked("F44", "gemma 4", RELAXED, NAMED).opens("<|tool_call>").closes("<tool_call|>"),
          neutral("F44", "gemma 4, markers lost", RELAXED).opensWithTag("call:").with(WORD, LEAK),
          prompted("F42", "raven", PYTHON)
              .opens("Call:")
              .closes("<bot_end>")
              .with(LINE_START, WORD),
          FUNCTIONARY,
          REACT);

  /// What comes before an answer or a call inside a message and says nothing.
  static final List<String> NOISE =
      List.of(
          "<|start_header_id|>assistant<|end_header_id|>",
          "<|im_start|>assistant",
          "<|im_end|>",
          "<|eot_id|>",
          "<|eom_id|>",
          "<|end_of_text|>",
          "<|endoftext|>",
          "<end_of_turn>",
          "<start_of_turn>model",
          "<|END_RESPONSE|>",
          "<|END_OF_TURN_TOKEN|>",
          "<｜end▁of▁sentence｜>",
          "<SPECIAL_12>",
          "<bot_end>",
          "<|return|>",
          "</s>",
          "<s>");

  /// Where a model thinks: what opens it, and what closes it.
  record Thinking(String opener, String closer) {}

  static final List<Thinking> THINKING =
      List.of(
          new Thinking("<think>", "</think>"),
          new Thinking("<thinking>", "</thinking>"),
          new Thinking("<thought>", "</thought>"),
          new Thinking("<reasoning>", "</reasoning>"),
          new Thinking("[THINK]", "[/THINK]"),
          new Thinking("<seed:think>", "</seed:think>"),
          new Thinking("<|START_THINKING|>", "<|END_THINKING|>"),
          new Thinking("<|channel>thought", "<channel|>"),
          new Thinking("<|thought_start|>", "<|thought_end|>"),
          new Thinking("<|inner_prefix|>", "<|inner_suffix|>"),
          new Thinking("<|content_thinking|>", "<|end_message|>"));

  /// What may stand in place of the word `Tool Call:`; a colon or a dash follows.
  static final List<String> LABELS =
      List.of("tool call", "tool calls", "tool_call", "tool_calls", "toolcall", "toolcalls");

  /// Fences for what a tool answered, or a program printed.
  static final Set<String> RESULT_FENCES =
      Set.of("tool_outputs", "tool_output", "tool_response", "tool_result", "output", "diff");

  /// Names that mean that nothing is called.
  static final List<String> PSEUDO =
      List.of(
          "no_function",
          "directly_answer",
          "directly-answer",
          "out_of_domain",
          "final answer",
          "final_answer",
          "all",
          "response",
          "none");

  private Formats() {}

  static boolean isPseudo(String name) {
    return PSEUDO.contains(name.strip().toLowerCase(Locale.ROOT));
  }
}

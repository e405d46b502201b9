package dev.toolwire.simulator;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.simulator.yaml.YamlFields;
import dev.toolwire.simulator.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// One answer of a script, and when it is given.
///
/// @param cut after how many characters the last block is cut
/// @param place where the turn stands in its file
record Turn(
    When when,
    List<ScriptedBlock> blocks,
    Optional<StopReason> stop,
    OptionalInt cut,
    Optional<ScriptedUsage> usage,
    Optional<Pace> pace,
    List<Fault> faults,
    String place) {

  Turn {
    blocks = List.copyOf(blocks);
    faults = List.copyOf(faults);
  }

  /// @param pace that of the script
  static Turn read(YamlValue value, Pace pace) {
    YamlFields fields =
        value.fields(
            "when", "think", "say", "call", "blocks", "stop", "cut", "usage", "pace", "fault");
    When when = When.read(fields.need("when"));
    Optional<YamlValue> cut = fields.find("cut");
    List<ScriptedBlock> blocks = blocks(value, fields, when.names());
    if (blocks.isEmpty() && fields.find("fault").isEmpty()) {
      throw value.wrong(
          "a turn says nothing: give it say, call, think or blocks, or the fault \"empty turn\"");
    }
    return new Turn(
        when,
        blocks,
        fields.find("stop").map(YamlValue::text).map(StopReason::of),
        cut.isPresent() ? OptionalInt.of(cut.get().integer(0)) : OptionalInt.empty(),
        fields.find("usage").map(ScriptedUsage::read),
        fields.find("pace").map(own -> Pace.read(own, pace)),
        fields
            .find("fault")
            .map(faults -> faults.items().stream().map(FaultText::read).toList())
            .orElse(List.of()),
        value.place());
  }

  private static List<ScriptedBlock> blocks(YamlValue turn, YamlFields fields, Set<String> known) {
    List<ScriptedBlock> blocks = new ArrayList<>();
    add(fields, known, blocks);
    fields
        .find("blocks")
        .ifPresent(list -> {
          if (!blocks.isEmpty()) {
            throw turn.wrong("a turn has \"blocks\", or think, say and call, not both");
          }
          list.items().forEach(item -> add(item.fields("think", "say", "call"), known, blocks));
        });
    return blocks;
  }

  private static void add(YamlFields fields, Set<String> known, List<ScriptedBlock> blocks) {
    fields.find("think").ifPresent(think -> blocks.add(ScriptedBlock.readThink(think, known)));
    fields
        .find("say")
        .ifPresent(say -> blocks.add(new ScriptedBlock.Say(InputTemplate.read(say, known))));
    fields
        .find("call")
        .ifPresent(calls ->
            calls.items().forEach(call -> blocks.add(ScriptedBlock.readCall(call, known))));
  }
}

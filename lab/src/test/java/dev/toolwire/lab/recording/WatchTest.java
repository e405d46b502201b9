package dev.toolwire.lab.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.json.JsonObject;
import dev.toolwire.lab.stall.InputMetrics;
import dev.toolwire.lab.stall.Moment;
import dev.toolwire.lab.stall.StallMetrics;
import dev.toolwire.lab.stall.Timeline;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.provider.Bedrock;
import dev.toolwire.provider.BedrockEndpoint;
import dev.toolwire.provider.RetryPolicy;
import dev.toolwire.simulator.FaultRule;
import dev.toolwire.simulator.Script;
import dev.toolwire.simulator.Simulator;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The simulator plays on a virtual clock what a script says, so every figure is known beforehand.
class WatchTest {

  private static final ModelRequest GO =
      ModelRequest.to(new ModelId("test.stall"), Conversation.startingWith("go"))
          .withTools(
              List.of(
                  new ToolSpec("fs_write", "Writes.", JsonObject.parse("{\"type\":\"object\"}"))));

  @Test
  void aBufferedInputHasTheGapThatWasProgrammed() {
    StallMetrics metrics = StallMetrics.of(watched("buffered"));
    InputMetrics input = metrics.longest().orElseThrow();

    long deltas = Math.ceilDiv(input.bytes(), 10);
    assertThat(input.maxGap()).isEqualTo(deltas * 10_000_000);
    assertThat(input.maxGapOffset()).isZero();
    assertThat(input.burst10()).isEqualTo(input.bytes());
    assertThat(input.smoothness()).isEqualTo(0, within(1e-9));
    assertThat(metrics.maxGapBytes()).isEqualTo(input.maxGap());
    assertThat(metrics.complete()).isTrue();
  }

  @Test
  void aStreamedInputIsSmoothAndAsFastAsText() {
    StallMetrics metrics = StallMetrics.of(watched("streamed"));
    InputMetrics input = metrics.longest().orElseThrow();

    assertThat(input.maxGap()).isEqualTo(10_000_000);
    assertThat(input.smoothness()).isGreaterThan(0.98);
    assertThat(metrics.textRate()).isEqualTo(1000, within(1.0));
    assertThat(metrics.toFirstEvent()).isEqualTo(200_000_000);
  }

  @Test
  void anInputByParameterIsSilentForAsLongAsItsLargestOneTakes() {
    InputMetrics input = StallMetrics.of(watched("by_parameter")).longest().orElseThrow();

    long largest = Math.ceilDiv(input.bytes() - "{\"path\":\"a.txt\",".length(), 10);
    assertThat(input.maxGap()).isEqualTo(largest * 10_000_000);
    assertThat(input.maxGapOffset()).isEqualTo("{\"path\":\"a.txt\",".length());
  }

  @Test
  void everyByteAndEveryEventIsNoted() {
    Timeline timeline = watched("streamed");

    assertThat(timeline)
        .extracting(Moment::kind)
        .contains(Moment.Kind.HEAD, Moment.Kind.BYTES, Moment.Kind.TEXT_DELTA)
        .startsWith(Moment.Kind.SENT)
        .endsWith(Moment.Kind.COMPLETED);
  }

  @Test
  void aStreamThatDiesIsBrokenWhereItDied() {
    Simulator simulator = simulator("buffered", "stall 45s in tool input then drop");
    Watch watch = new Watch(simulator.ticker());

    assertThatThrownBy(() -> model(watch, simulator).open(GO).reply())
        .isInstanceOf(ModelException.class);

    Timeline timeline = watch.timeline();
    assertThat(timeline.isComplete()).isFalse();
    assertThat(timeline).last().extracting(Moment::kind).isEqualTo(Moment.Kind.BROKEN);
    assertThat(StallMetrics.of(timeline).maxGap()).isEqualTo(45_000_000_000L);
  }

  private static Timeline watched(String toolInput) {
    Simulator simulator = simulator(toolInput);
    Watch watch = new Watch(simulator.ticker());
    model(watch, simulator).open(GO).reply();
    return watch.timeline();
  }

  private static dev.toolwire.model.Model model(Watch watch, Simulator simulator) {
    return watch.model(
        Bedrock.at(new BedrockEndpoint(URI.create("http://localhost"), "us-east-1"))
            .withBearerKey("key")
            .converse()
            .withRetries(RetryPolicy.NEVER)
            .over(watch.transport(simulator.transport())));
  }

  private static Simulator simulator(String toolInput, String... faults) {
    Simulator.Builder builder =
        Simulator.builder().scripts(Script.read("script", script(toolInput)));
    for (String fault : faults) {
      builder.faults(FaultRule.parse(fault));
    }
    return builder.build();
  }

  private static String script(String toolInput) {
    return """
    model: test.stall
    pace: { first: 200ms, every: 10ms, delta: 10, tool_input: %s }
    turns:
      - when: { user: go }
        say: "Forty characters are on their way to you"
        call:
          tool: fs_write
          input: { path: a.txt, file_text: { $filler: "1000" } }
    """
        .formatted(toolInput);
  }
}

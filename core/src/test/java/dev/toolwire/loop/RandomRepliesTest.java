package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Reply;
import dev.toolwire.tool.ToolCall;
import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a model says: the conversation stays valid, nothing runs twice, and each result is that
/// of its own call. A failure names its seed.
class RandomRepliesTest extends LoopTest {

  private static final List<String> NAMES =
      List.of("echo", "look", "alone", "fails", "throws", "pays", "nobody");

  private final FakeTool echo = FakeTool.echo("echo");
  private final FakeTool look =
      new FakeTool("look", ToolTraits.DEFAULTS.asIdempotent(), RandomRepliesTest::echoed);
  private final FakeTool alone =
      new FakeTool("alone", ToolTraits.DEFAULTS.asExclusive(), RandomRepliesTest::echoed);
  private final FakeTool fails = new FakeTool("fails", call -> ToolOutcome.retry("again"));
  private final FakeTool breaks =
      new FakeTool(
          "throws",
          call -> {
            throw new IllegalStateException("secret");
          });
  private final FakeTool pays =
      new FakeTool("pays", ToolTraits.DEFAULTS.withApproval(), RandomRepliesTest::echoed);

  private static ToolOutcome echoed(ToolCall call) {
    return ToolOutcome.text(call.input().toString());
  }

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyRepliesLeaveAValidConversationAndRunNothingTwice(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int serial = 0;
    for (int i = 0; i < 30; i++) {
      model.then(randomReply(random, ++serial));
    }
    CutInput policy = random.nextBoolean() ? CutInput.STOP : CutInput.ASK_AGAIN;
    ToolLoop loop =
        loop(echo, look, alone, fails, breaks, pays)
            .onCutInput(policy)
            .limits(Limits.DEFAULTS.withCallsPerTurn(6));

    Outcome outcome = loop.run(question);
    while (outcome instanceof Outcome.Paused(LoopState state)) {
      assertValid(outcome);
      Map<ToolUseId, Decision> decisions =
          state.pending().awaiting().stream()
              .collect(Collectors.toMap(Function.identity(), _ -> decision(random)));
      try (Run run = loop.resume(LoopState.fromJson(state.toJson()), decisions)) {
        outcome = run.outcome();
      }
    }

    assertValid(outcome);
    assertNothingRanTwice();
    assertEachResultIsThatOfItsCall(outcome.conversation());
  }

  private static Decision decision(RandomGenerator random) {
    return switch (random.nextInt(3)) {
      case 0 -> Decision.APPROVE;
      case 1 -> Decision.decline();
      default -> new Decision.Edit(JsonObject.of("serial", "edited " + random.nextLong()));
    };
  }

  /// Each call has an input of its own, so that runs can be told apart.
  private static Reply randomReply(RandomGenerator random, int serial) {
    List<ContentBlock> content = new ArrayList<>();
    int blocks = random.nextInt(5);
    for (int i = 0; i < blocks; i++) {
      content.add(
          switch (random.nextInt(8)) {
            case 0 -> new Text(random.nextBoolean() ? " \n" : "Let me see.");
            case 1 -> new Reasoning("Hm.", "signed");
            default -> randomCall(random, serial + "." + i);
          });
    }
    StopReason.Known[] reasons = StopReason.Known.values();
    StopReason reason =
        random.nextInt(10) > 0
            ? StopReason.Known.TOOL_USE
            : reasons[random.nextInt(reasons.length)];
    return new Reply(content, reason, TOKENS);
  }

  private static ToolUse randomCall(RandomGenerator random, String serial) {
    ToolInput input =
        switch (random.nextInt(12)) {
          case 0 -> new ToolInput.Malformed("[[" + serial, "no object");
          case 1 -> new ToolInput.Truncated("{\"serial\":\"" + serial);
          default -> new ToolInput.Parsed(JsonObject.of("serial", serial));
        };
    return new ToolUse(
        new ToolUseId("id" + random.nextInt(4)),
        new ToolName(NAMES.get(random.nextInt(NAMES.size()))),
        input);
  }

  private void assertValid(Outcome outcome) {
    assertThat(Conversation.of(outcome.conversation().messages()))
        .isEqualTo(outcome.conversation());
    assertThat(LoopState.fromJson(outcome.state().toJson())).isEqualTo(outcome.state());
    assertThat(model.openStreams()).isZero();
  }

  private void assertNothingRanTwice() {
    assertThat(
            Stream.of(echo, look, alone, fails, breaks, pays)
                .flatMap(tool -> tool.ran().stream())
                .map(ToolCall::input))
        .doesNotHaveDuplicates();
  }

  private static void assertEachResultIsThatOfItsCall(Conversation conversation) {
    Map<ToolUseId, ToolUse> asked = Map.of();
    for (var message : conversation.messages()) {
      for (ToolResult result : message.toolResults()) {
        if (result.status() == ToolResult.Status.SUCCESS) {
          ToolUse call = Objects.requireNonNull(asked.get(result.id()));
          assertThat(new ToolInput.Parsed(JsonObject.parse(words(result)))).isEqualTo(call.input());
        }
      }
      asked =
          message.toolUses().stream().collect(Collectors.toMap(ToolUse::id, Function.identity()));
    }
  }
}

package dev.toolwire.wire.chat;

import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.TruncatedStreamException;
import dev.toolwire.wire.json.Leftovers;
import dev.toolwire.wire.json.WireObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Turns the chunks of one answer, or the one message of a whole one, into events.
///
/// Blocks stand in the order in which they begin ([AnswerBlocks]); calls end with the answer
/// ([CallTable]). A refusal is gathered and told whole at the end, with a `Ping` for each piece
/// before.
final class AnswerEvents {

  /// Members that say nothing, or that are read one by one.
  private static final Set<String> CHUNK = Set.of("object", "choices", "usage", "obfuscation");

  private static final Set<String> MESSAGE =
      Set.of(
          "role",
          "content",
          ChatWords.REFUSAL,
          ChatWords.TOOL_CALLS,
          ChatWords.FUNCTION_CALL,
          ChatWords.REASONING_CONTENT,
          ChatWords.REASONING,
          ChatWords.REASONING_DETAILS);

  private static final String ANNOTATIONS = "annotations";
  private static final StreamEvent PING = new StreamEvent.Ping();

  private final Deque<StreamEvent> events = new ArrayDeque<>();
  private final AnswerBlocks blocks = new AnswerBlocks(events::add);
  private final CallTable calls = new CallTable(events::add, blocks::next);
  private final StringBuilder refusal = new StringBuilder();
  private final ObjectNode head = JsonNodeFactory.instance.objectNode();
  private final ObjectNode beside = JsonNodeFactory.instance.objectNode();
  private Usage usage = Usage.NONE;
  private boolean begun;
  private @Nullable String finish;

  /// The next event; null if there is none for now.
  @Nullable StreamEvent poll() {
    return events.poll();
  }

  /// Whether anything has come.
  boolean hasBegun() {
    return begun;
  }

  /// Whether a reason for the end has come.
  boolean hasFinish() {
    return finish != null;
  }

  /// Reads a chunk of a stream.
  void chunk(WireObject chunk) {
    begin(chunk);
    int before = events.size();
    for (WireObject choice : chunk.objects("choices")) {
      if (choice.number("index", 0) == 0) {
        choice
            .object("delta")
            .or(() -> choice.object("message"))
            .ifPresent(delta -> {
              delta(delta, false);
            });
        finish(choice);
      } else {
        events.add(new StreamEvent.Unrecognized("choice", choice.json()));
      }
    }
    pingIfSilent(before);
  }

  /// A chunk that has said nothing is a sign of life.
  ///
  /// @param before how many events waited before it
  void pingIfSilent(int before) {
    if (events.size() == before) {
      events.add(PING);
    }
  }

  /// Reads a whole answer.
  void whole(WireObject answer) {
    begin(answer);
    ArrayNode others = head.arrayNode();
    boolean read = false;
    for (WireObject choice : answer.objects("choices")) {
      if (!read && choice.number("index", 0) == 0) {
        delta(choice.requireObject("message"), true);
        finish(choice);
        read = true;
      } else {
        others.add(choice.node());
      }
    }
    if (!read) {
      throw answer.wrong("a choice with the index 0", "none");
    }
    if (!others.isEmpty()) {
      head.set("choices", others);
    }
  }

  private void begin(WireObject chunk) {
    if (!begun) {
      begun = true;
      events.add(new StreamEvent.MessageStart(Role.ASSISTANT));
    }
    for (String member : chunk.node().propertyNames()) {
      if (!CHUNK.contains(member) && !head.has(member) && chunk.has(member)) {
        head.set(member, chunk.node().get(member));
      }
    }
    chunk.object("usage").ifPresent(figures -> usage = UsageFigures.read(figures));
  }

  private void finish(WireObject choice) {
    JsonNode reason = choice.find("finish_reason");
    if (reason != null && !reason.asString("").isEmpty()) {
      finish = reason.asString("");
    }
    if (choice.has("logprobs")) {
      beside.set("logprobs", choice.node().get("logprobs"));
    }
  }

  private void delta(WireObject delta, boolean whole) {
    Optional<String> thought = thought(delta, ChatWords.REASONING_CONTENT);
    thought.or(() -> thought(delta, ChatWords.REASONING)).ifPresent(blocks::reasoning);
    for (WireObject detail : delta.objects(ChatWords.REASONING_DETAILS)) {
      blocks.detail(detail.node());
    }
    content(delta);
    delta.text(ChatWords.REFUSAL).ifPresent(refusal::append);
    if (delta.find(ChatWords.TOOL_CALLS) instanceof ObjectNode single) {
      calls.delta(WireObject.of(ChatWords.TOOL_CALLS, single));
    } else {
      for (WireObject entry : delta.objects(ChatWords.TOOL_CALLS)) {
        if (whole) {
          calls.whole(entry);
        } else {
          calls.delta(entry);
        }
      }
    }
    delta.object(ChatWords.FUNCTION_CALL).ifPresent(call -> calls.legacy(call, answer()));
    delta.rest(MESSAGE).names().forEach(member -> beside(delta, member));
  }

  /// Some servers send an object for a thought; then it is no text of ours.
  private static Optional<String> thought(WireObject delta, String member) {
    JsonNode value = delta.find(member);
    return value != null && value.isString() && !value.stringValue().isEmpty()
        ? Optional.of(value.stringValue())
        : Optional.empty();
  }

  private void beside(WireObject delta, String member) {
    if (member.equals(ANNOTATIONS)) {
      delta.objects(ANNOTATIONS).forEach(this::annotation);
    } else if (delta.has(member)) {
      beside.set(member, delta.node().get(member));
    }
  }

  private void annotation(WireObject annotation) {
    beside.withArray(ANNOTATIONS).add(annotation.node());
    annotation.object("url_citation").map(Annotations::citation).ifPresent(blocks::citation);
  }

  private void content(WireObject delta) {
    JsonNode content = delta.find("content");
    if (content instanceof ArrayNode) {
      delta.objects("content").forEach(this::part);
    } else {
      delta.text("content").ifPresent(blocks::text);
    }
  }

  private void part(WireObject part) {
    switch (part.text(ChatWords.TYPE).orElse("text")) {
      case "text" -> blocks.text(part.text("text").orElse(""));
      case "thinking" -> thinking(part);
      case ChatWords.REFUSAL -> refusal.append(part.text(ChatWords.REFUSAL).orElse(""));
      default ->
          blocks.whole(
              new Opaque(ChatWords.WIRE, part.text(ChatWords.TYPE).orElse(""), part.json()));
    }
  }

  private void thinking(WireObject part) {
    if (part.find("thinking") instanceof ArrayNode) {
      part.objects("thinking").forEach(piece -> blocks.reasoning(piece.text("text").orElse("")));
    } else {
      blocks.reasoning(part.text("thinking").orElse(""));
    }
  }

  /// A piece of text.
  void text(String piece) {
    blocks.text(piece);
  }

  /// A piece of reasoning.
  void reasoning(String piece) {
    blocks.reasoning(piece);
  }

  /// A piece of the input of the call with this index; false if there is none.
  boolean input(int key, String piece) {
    return calls.arguments(key, piece);
  }

  /// The answer is complete: tells what is still held back, why it ended and what it cost.
  ///
  /// @throws TruncatedStreamException if it ended without a reason within a call
  void end() {
    if (finish == null && !calls.areWhole()) {
      throw new TruncatedStreamException(
          "the answer ended without a finish_reason and within the arguments of a call; it is not"
              + " complete, ask again");
    }
    blocks.close();
    boolean refused = !refusal.isEmpty();
    if (refused) {
      blocks.whole(refused());
    }
    boolean hasCalls = !calls.isEmpty();
    calls.close(answer());
    events.add(
        new StreamEvent.MessageStop(
            FinishReason.read(finish, hasCalls, refused), JsonObject.adopt(beside)));
    events.add(new StreamEvent.Metadata(usage, Duration.ZERO, JsonObject.adopt(head)));
  }

  private Text refused() {
    return new Text(
        refusal.toString(),
        JsonObject.of(ChatWords.TYPE, ChatWords.REFUSAL).with(Leftovers.WIRE, ChatWords.WIRE));
  }

  private String answer() {
    return head.path("id").asString("");
  }
}

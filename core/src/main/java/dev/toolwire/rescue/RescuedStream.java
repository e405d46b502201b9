package dev.toolwire.rescue;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.StreamEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A stream in which calls that stand in text become calls. Blocks are numbered anew, since a text
/// block may become several.
final class RescuedStream implements ModelStream {

  private static final Arrival.Event ALIVE = new Arrival.Event(new StreamEvent.Ping(), 0, 0);

  private final ModelStream stream;
  private final RescueTools tools;
  private final RescueConfig config;
  private final String idPrefix;
  private final Queue<Arrival> ready = new ArrayDeque<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  /// Findings from the first call on, until it is known that no native call comes.
  private final List<Finding> held = new ArrayList<>();

  private @Nullable TextScanner scanner;
  private Arrival.Event now = ALIVE;
  private int scanned = -1;
  private int next;
  private int openText = -1;
  private boolean holding;
  private boolean nativeCalls;
  private int rescued;

  RescuedStream(ModelStream stream, RescueTools tools, RescueConfig config, String idPrefix) {
    this.stream = stream;
    this.tools = tools;
    this.config = config;
    this.idPrefix = idPrefix;
  }

  @Override
  public Arrival next(Duration patience) {
    if (ready.isEmpty()) {
      Arrival arrival = stream.next(patience);
      if (!(arrival instanceof Arrival.Event event)) {
        return arrival;
      }
      now = event;
      take(event.event());
      if (ready.isEmpty()) {
        emit(new StreamEvent.Ping());
      }
    }
    return ready.remove();
  }

  @Override
  public void close() {
    stream.close();
  }

  private void emit(StreamEvent event) {
    ready.add(new Arrival.Event(event, now.firstByteNanos(), now.lastByteNanos()));
  }

  private void take(StreamEvent event) {
    switch (event) {
      case StreamEvent.TextDelta(int index, String text) -> text(index, text);
      case StreamEvent.ContentBlockStop(int index) -> stop(index);
      case StreamEvent.MessageStop(StopReason reason, var extra) -> {
        finishText(isCut(reason));
        release();
        emit(new StreamEvent.MessageStop(rescued > 0 ? StopReason.Known.TOOL_USE : reason, extra));
      }
      case StreamEvent.MessageStart _ -> {
        beginAnew();
        emit(event);
      }
      case StreamEvent.ToolUseStart start -> {
        finishText(false);
        nativeCall();
        emit(
            new StreamEvent.ToolUseStart(
                number(start.index()), start.id(), start.name(), start.extra()));
      }
      case StreamEvent.WholeBlock(int index, var block) -> {
        finishText(false);
        if (block instanceof ToolUse) {
          nativeCall();
        }
        emit(new StreamEvent.WholeBlock(number(index), block));
      }
      case StreamEvent.ToolInputDelta(int index, String text) ->
          emit(new StreamEvent.ToolInputDelta(number(index), text));
      case StreamEvent.ReasoningDelta(int index, String text) ->
          emit(new StreamEvent.ReasoningDelta(numberOfOther(index), text));
      case StreamEvent.SignatureDelta(int index, String text) ->
          emit(new StreamEvent.SignatureDelta(numberOfOther(index), text));
      case StreamEvent.RedactedDelta(int index, var data) ->
          emit(new StreamEvent.RedactedDelta(numberOfOther(index), data));
      case StreamEvent.CitationDelta(int index, var citation) -> {
        if (index == scanned) {
          emit(new StreamEvent.CitationDelta(openText(), citation));
        } else {
          emit(new StreamEvent.CitationDelta(numberOfOther(index), citation));
        }
      }
      case StreamEvent.Metadata _, StreamEvent.Ping _, StreamEvent.Unrecognized _ -> emit(event);
    }
  }

  private static boolean isCut(StopReason reason) {
    return reason == StopReason.Known.MAX_TOKENS
        || reason == StopReason.Known.MODEL_CONTEXT_WINDOW_EXCEEDED;
  }

  /// A client that asks again may replay an answer from its start.
  private void beginAnew() {
    numbers.clear();
    held.clear();
    scanner = null;
    scanned = -1;
    next = 0;
    openText = -1;
    holding = false;
    nativeCalls = false;
    rescued = 0;
  }

  private int number(int index) {
    return numbers.computeIfAbsent(index, _ -> next++);
  }

  private int numberOfOther(int index) {
    if (!numbers.containsKey(index)) {
      finishText(false);
    }
    return number(index);
  }

  private void text(int index, String text) {
    if (index != scanned) {
      finishText(false);
      scanned = index;
      scanner = new TextScanner(tools, config, this::found);
    }
    if (scanner != null && !nativeCalls) {
      scanner.feed(text);
    } else {
      show(text);
    }
  }

  /// The end of a text block is told when the next event says how the text ended, if that matters.
  private void stop(int index) {
    if (index != scanned) {
      emit(new StreamEvent.ContentBlockStop(number(index)));
    } else if (scanner != null && scanner.isSettled() && openText >= 0) {
      finishText(false);
    }
  }

  private void finishText(boolean cut) {
    if (scanned < 0) {
      return;
    }
    if (scanner != null && !nativeCalls) {
      scanner.finish(cut);
    }
    scanner = null;
    scanned = -1;
    if (!holding) {
      closeText();
    }
  }

  private void found(Finding finding) {
    switch (finding) {
      case Finding.Envelope envelope when envelope.taken() -> holding = true;
      case Finding.ThoughtSoFar _ -> {
        giveUp();
        return;
      }
      case Finding.Envelope _, Finding.Prose _ -> {}
    }
    if (holding) {
      held.add(finding);
    } else {
      show(text(finding));
    }
  }

  private static String text(Finding finding) {
    return switch (finding) {
      case Finding.Prose(String text) -> text;
      case Finding.Envelope(_, String text, _, _) -> text;
      case Finding.ThoughtSoFar _ -> "";
    };
  }

  /// A native call makes of all calls in text what they look like: text.
  private void nativeCall() {
    nativeCalls = true;
    giveUp();
    closeText();
  }

  private void giveUp() {
    held.forEach(finding -> show(text(finding)));
    held.clear();
    holding = false;
  }

  private void release() {
    for (Finding finding : held) {
      if (finding instanceof Finding.Envelope(_, _, List<TextCall> calls, boolean taken) && taken) {
        calls.forEach(this::call);
      } else {
        show(text(finding));
      }
    }
    held.clear();
    holding = false;
    closeText();
  }

  private void call(TextCall found) {
    if (!(found instanceof TextCall.Call call)) {
      return;
    }
    closeText();
    int index = next++;
    rescued++;
    emit(
        new StreamEvent.ToolUseStart(
            index, id(call), new ToolName(call.name()), Provenance.of(call).toExtra()));
    emit(new StreamEvent.ToolInputDelta(index, call.arguments().toString()));
    emit(new StreamEvent.ContentBlockStop(index));
  }

  /// The id in the text, if it is the only one of its kind here.
  private ToolUseId id(TextCall.Call call) {
    String id = call.id();
    boolean usable = !id.isEmpty() && id.length() > 1 && ids.add(id);
    return new ToolUseId(usable ? id : idPrefix + rescued);
  }

  private int openText() {
    if (openText < 0) {
      openText = next++;
    }
    return openText;
  }

  private void show(String text) {
    if (!text.isEmpty()) {
      emit(new StreamEvent.TextDelta(openText(), text));
    }
  }

  private void closeText() {
    if (openText >= 0) {
      emit(new StreamEvent.ContentBlockStop(openText));
      openText = -1;
    }
  }
}

package dev.toolwire.rescue;

import java.util.List;
import java.util.function.Consumer;

/// A call whose markers were HTML-escaped: unescaped as a whole, then read as any message. Without
/// its closing marker, its first character is prose.
record EscapedCall(
    String closer,
    RescueTools tools,
    RescueConfig config,
    Evidence where,
    Gate gate,
    Starts starts,
    ProseContext context,
    Consumer<? super Finding> sink)
    implements Passage {

  @Override
  public boolean read(Window in) {
    long from = in.settledAt();
    long end = starts.find(closer, from, config.limits().neutralLength());
    if (end == Starts.UNDECIDED) {
      return false;
    }
    if (end == Starts.ABSENT) {
      context.take('&');
      in.moveTo(from + 1);
      return true;
    }
    in.moveTo(end);
    String text = in.settle(end);
    List<TextCall> calls =
        TextScanner.read(HtmlText.unescaped(text), tools, config).stream()
            .filter(Finding.Envelope.class::isInstance)
            .flatMap(finding -> ((Finding.Envelope) finding).calls().stream())
            .map(call -> gate.lowered(call, TextRepair.HTML_ESCAPED, where))
            .toList();
    boolean spent = calls.stream().anyMatch(TextCall.Call.class::isInstance);
    sink.accept(new Finding.Envelope(new Span(from, end), text, calls, spent));
    context.takeCall();
    return true;
  }
}

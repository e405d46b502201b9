package dev.toolwire.junit;

import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.simulator.RecordedRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/// What is expected of the requests of an application. Each method gives this back, or fails with a
/// transcript of what was sent.
public final class RequestsAssert {

  private final List<RecordedRequest> requests;

  RequestsAssert(List<RecordedRequest> requests) {
    this.requests = List.copyOf(requests);
  }

  /// So many requests came, those that were refused included.
  public RequestsAssert hasRequests(int count) {
    return require(
        requests.size() == count,
        "expected " + Words.of(count, "request") + ", got " + requests.size());
  }

  /// Each was answered by a script.
  public RequestsAssert areAllScripted() {
    Optional<RecordedRequest> lost =
        requests.stream().filter(request -> request.unscripted().isPresent()).findFirst();
    return require(
        lost.isEmpty(),
        lost.map(request ->
                "no script answers request #%d: %s"
                    .formatted(request.number(), request.unscripted().orElseThrow()))
            .orElse(""));
  }

  /// Each asked this model, and there was one at least.
  ///
  /// @param model its id; `*` stands for anything
  public RequestsAssert ask(String model) {
    return each(
        read -> read.model().fits(model),
        "every request to ask " + model,
        read -> "one asks " + read.model());
  }

  /// Each offered just these tools, in any order, and there was one at least.
  public RequestsAssert offerTools(String... names) {
    Set<String> expected = new TreeSet<>(List.of(names));
    return each(
        read -> toolNames(read).equals(expected),
        "every request to offer " + expected,
        read -> "one offers " + toolNames(read));
  }

  /// Each had these words in its system prompt, and there was one at least.
  public RequestsAssert haveSystemPrompt(String words) {
    return each(
        read -> system(read).contains(words),
        "\"" + words + "\" in every system prompt",
        read -> "one is: " + system(read));
  }

  /// What nobody sent meets no expectation.
  private RequestsAssert each(
      Predicate<ModelRequest> holds, String expected, Function<ModelRequest, String> but) {
    require(reads().findAny().isPresent(), "expected " + expected + ", but there was none");
    Optional<ModelRequest> other = find(holds.negate());
    return require(
        other.isEmpty(),
        "expected " + expected + other.map(read -> ", but " + but.apply(read)).orElse(""));
  }

  /// In one of them the user says these words.
  public RequestsAssert haveUserSay(String words) {
    return require(
        find(read -> userTexts(read).anyMatch(text -> text.contains(words))).isPresent(),
        "expected the user to say \"" + words + "\"");
  }

  /// The tool was never called.
  public RequestsAssert neverCall(String tool) {
    List<SeenCall> calls = callsOf(tool);
    return require(
        calls.isEmpty(),
        "expected no call of " + tool + (calls.isEmpty() ? "" : ", got " + calls.getFirst()));
  }

  /// The calls of the tool that the application answered, of which there must be one at least.
  public CallsAssert calls(String tool) {
    List<SeenCall> calls = callsOf(tool);
    require(!calls.isEmpty(), "expected a call of " + tool + ", got none");
    return new CallsAssert(this, tool, calls);
  }

  /// Calls were answered of just these tools, in this order. Calls of one message count in the
  /// order in which they stand there.
  public RequestsAssert callInOrder(String... tools) {
    List<String> called = SeenCall.in(requests).stream().map(SeenCall::tool).toList();
    return require(
        called.equals(List.of(tools)), "expected calls of " + List.of(tools) + ", got " + called);
  }

  private List<SeenCall> callsOf(String tool) {
    return SeenCall.in(requests).stream().filter(call -> call.tool().equals(tool)).toList();
  }

  private Stream<ModelRequest> reads() {
    return requests.stream().flatMap(request -> request.read().stream());
  }

  private Optional<ModelRequest> find(Predicate<ModelRequest> wanted) {
    return reads().filter(wanted).findFirst();
  }

  private static Set<String> toolNames(ModelRequest read) {
    Set<String> names = new TreeSet<>();
    read.tools().forEach(tool -> names.add(tool.name().value()));
    return names;
  }

  private static String system(ModelRequest read) {
    StringBuilder text = new StringBuilder();
    read.system().forEach(block -> text.append(block instanceof Text words ? words.text() : ""));
    return text.toString();
  }

  private static Stream<String> userTexts(ModelRequest read) {
    return read.conversation().messages().stream()
        .filter(message -> message.role() == Role.USER)
        .map(Message::text);
  }

  RequestsAssert require(boolean holds, String failure) {
    if (!holds) {
      throw new AssertionFailedError(failure + "\n" + Transcript.of(requests));
    }
    return this;
  }
}

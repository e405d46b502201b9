package dev.toolwire.junit;

import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.simulator.RecordedRequest;
import java.util.List;
import java.util.stream.Collectors;

/// Requests as a person reads them below a failed assertion: of each what is new in it.
final class Transcript {

  /// How much of a text is shown.
  private static final int LONGEST = 200;

  private Transcript() {}

  static String of(List<RecordedRequest> requests) {
    if (requests.isEmpty()) {
      return "nothing was sent";
    }
    return requests.stream()
        .map(request -> of(request, SeenCall.in(List.of(request))))
        .collect(Collectors.joining("\n", "what was sent:\n", ""));
  }

  static String of(RecordedRequest request, List<SeenCall> answered) {
    StringBuilder lines = new StringBuilder();
    lines
        .append(
            "  #%d %s %s"
                .formatted(
                    request.number(),
                    request.request().method(),
                    request.request().uri().getPath()))
        .append(" -> ")
        .append(request.status() == 0 ? "dropped" : String.valueOf(request.status()));
    request.read().ifPresent(read -> tell(read, answered, lines));
    request.unscripted().ifPresent(why -> line(lines, "unscripted", why));
    return lines.toString();
  }

  private static void tell(ModelRequest read, List<SeenCall> answered, StringBuilder lines) {
    Message last = read.conversation().messages().getLast();
    answered.forEach(call -> line(lines, "call", call.toString()));
    if (last.role() == Role.USER && !last.text().isBlank()) {
      line(lines, "user", last.text());
    }
    if (read.conversation().messages().size() == 1) {
      line(lines, "tools", names(read));
    }
  }

  private static String names(ModelRequest read) {
    return read.tools().isEmpty()
        ? "none"
        : read.tools().stream().map(tool -> tool.name().value()).collect(Collectors.joining(", "));
  }

  private static void line(StringBuilder lines, String what, String text) {
    String flat = text.replaceAll("\\s+", " ").strip();
    String shown = flat.length() > LONGEST ? flat.substring(0, LONGEST) + "…" : flat;
    lines.append("\n       ").append(what).append(": ").append(shown);
  }
}

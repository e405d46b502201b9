package dev.toolwire.wire.messages;

import dev.toolwire.model.ModelProfile;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the service requires of a request, as strict as it and in its words, because clients match
/// on them.
///
/// First the shape of every member ([ShapeRules]), then the rules that join members, one after the
/// other: the first that is broken is the answer. Most words are those that users of the service
/// reported; where nobody reported any, they follow the same style.
///
/// Source: the API reference and the migration guide of 2026-10-21, as of 2026-11.
final class MessagesRequestRules {

  private static final List<BiConsumer<CheckedRequest, Consumer<String>>> IN_ORDER =
      List.of(
          TurnRules::check,
          ContentRules::check,
          ToolPairRules::check,
          ToolRules::check,
          ThinkingRules::check,
          CacheRules::check,
          EndingRules::check);

  private MessagesRequestRules() {}

  /// Why the request is refused; empty if it may go to the model.
  ///
  /// @param shape what the members look like
  static Optional<String> check(
      JsonNode body, Shape shape, MessagesVersion version, ModelProfile profile) {
    return ShapeRules.check(body, shape).or(() -> checkRules(body, version, profile));
  }

  private static Optional<String> checkRules(
      JsonNode body, MessagesVersion version, ModelProfile profile) {
    CheckedRequest request =
        new CheckedRequest(body, version, profile, Turn.of(body.path("messages")));
    First first = new First();
    for (BiConsumer<CheckedRequest, Consumer<String>> rule : IN_ORDER) {
      rule.accept(request, first);
      if (first.message != null) {
        break;
      }
    }
    return Optional.ofNullable(first.message);
  }

  /// The service tells only one broken rule.
  private static final class First implements Consumer<String> {
    private @Nullable String message;

    @Override
    public void accept(String found) {
      message = message == null ? found : message;
    }
  }
}

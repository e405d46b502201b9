package dev.toolwire.rescue;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Hears an object that is a call, `{"name":…,"arguments":{…}}`, and drafts its arguments once the
/// name is known.
final class ArgumentsDraft implements ValueListener {

  private final Drafts drafts;
  private final Supplier<String> name;
  private Drafts.@Nullable Draft draft;
  private boolean isArgument;

  /// @param name the name as far as it was read; empty before
  ArgumentsDraft(Drafts drafts, Supplier<String> name) {
    this.drafts = drafts;
    this.name = name;
  }

  @Override
  public void key(String key, int depth) {
    if (depth == 1) {
      isArgument = draft == null && CallShapes.ARGUMENTS.contains(key) && !name.get().isEmpty();
    } else if (isArgument && draft != null) {
      draft.input().key(key, depth);
    }
  }

  @Override
  public void opened(char bracket, int depth) {
    if (isArgument && depth == 2 && bracket == '{') {
      draft = drafts.begin(name.get());
    }
    if (isArgument && draft != null) {
      draft.input().opened(bracket, depth);
    }
  }

  @Override
  public void closed(char bracket, int depth) {
    if (!isArgument || draft == null) {
      return;
    }
    draft.input().closed(bracket, depth);
    if (depth == 1) {
      isArgument = false;
      draft.end();
    }
  }

  @Override
  public void value(JsonNode value, int depth) {
    if (isArgument && draft != null) {
      draft.input().value(value, depth);
    }
  }

  @Override
  public void soFar(CharSequence text, int depth) {
    if (isArgument && draft != null) {
      draft.input().soFar(text, depth);
    }
  }
}

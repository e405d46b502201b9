package dev.toolwire.rescue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The inputs of the calls of one group, while they are being written.
final class Drafts {

  /// The input of one call.
  static final class Draft {
    private final String tool;
    private final JsonWriter text = new JsonWriter();
    private boolean whole;
    private int told;

    private Draft(String tool) {
      this.tool = tool;
    }

    /// Where the input is written to.
    ValueListener input() {
      return tool.isEmpty() ? ValueListener.NONE : text;
    }

    void end() {
      whole = true;
    }
  }

  private static final Draft NONE = new Draft("");

  private final RescueTools tools;
  private final boolean wanted;
  private final List<Draft> drafts = new ArrayList<>();
  private int next;

  /// @param wanted whether any are to be told
  Drafts(RescueTools tools, boolean wanted) {
    this.tools = tools;
    this.wanted = wanted;
  }

  /// Begins the input of the next call.
  ///
  /// @param name as the text has it
  Draft begin(String name) {
    if (!wanted) {
      return NONE;
    }
    RescueTools.Found found = tools.find(name);
    Draft draft = new Draft(found == null ? "" : found.tool().name());
    drafts.add(draft);
    return draft;
  }

  /// Another group begins.
  void clear() {
    drafts.clear();
    next = 0;
  }

  /// Tells what is new. Behind a call that cannot be told of, nothing is told.
  void tell(Provenance provenance, Consumer<? super Finding> sink) {
    while (next < drafts.size() && !drafts.get(next).tool.isEmpty()) {
      Draft draft = drafts.get(next);
      String more = draft.text.from(draft.told);
      draft.told += more.length();
      if (!more.isEmpty()) {
        sink.accept(new Finding.Draft(next, draft.tool, more, draft.whole, provenance));
      }
      if (!draft.whole) {
        return;
      }
      next++;
    }
  }
}

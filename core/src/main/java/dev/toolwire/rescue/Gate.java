package dev.toolwire.rescue;

import dev.toolwire.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Decides what is a call: declared names, tool choice, evidence, schema, threshold. One for each
/// message, since it knows what was called before.
final class Gate {

  private final RescueTools tools;
  private final RescueConfig config;
  private final Set<String> before = new HashSet<>();
  private final Set<String> here = new HashSet<>();
  private int taken;
  private boolean marked;

  Gate(RescueTools tools, RescueConfig config) {
    this.tools = tools;
    this.config = config;
  }

  /// What each call of one group is.
  ///
  /// @param others whether something else stood among them, which in data means that they are data
  List<TextCall> decide(
      List<RawCall> calls, Format format, Evidence evidence, boolean others, String text) {
    boolean neutral = format.kind() == Format.Kind.NEUTRAL;
    boolean data = neutral && (others || calls.stream().anyMatch(this::isData));
    boolean echo = isEcho(text);
    List<TextCall> results = new ArrayList<>();
    for (RawCall call : calls) {
      TextCall result = data ? null : one(call, format, evidence, echo);
      if (result instanceof TextCall.Call found) {
        String key = found.name() + found.arguments();
        if (before.contains(key)) {
          result = new TextCall.Repeated(found.name(), format, "the same call as before");
        } else if (taken == config.limits().calls()) {
          result = suggested(found, "more calls than " + taken + " in one message");
        } else {
          here.add(key);
          taken++;
        }
      }
      if (result != null) {
        results.add(result);
      }
    }
    marked |= !neutral && !here.isEmpty();
    return results;
  }

  /// Whether calls stand here in the form that was asked for.
  boolean expects(Format format, Evidence evidence) {
    boolean sure = format.kind() != Format.Kind.NEUTRAL || evidence.lineStart();
    return format.id().equals(config.dialect())
        && sure
        && !evidence.quoted()
        && !evidence.explained()
        && taken < config.limits().calls();
  }

  /// The level of a call that stands as it was asked for.
  static Level expected(Format format) {
    return format.kind() == Format.Kind.NEUTRAL ? Level.PROMPTED : Level.EXACT;
  }

  /// A group is over: what is called elsewhere from now on and is the same is the same call.
  void endGroup() {
    before.addAll(here);
    here.clear();
  }

  /// What was called so far was only thought of.
  void forget() {
    before.clear();
    here.clear();
    taken = 0;
    marked = false;
  }

  /// The call with one more repair, where it stands.
  TextCall lowered(TextCall call, TextRepair repair, Evidence evidence) {
    if (!(call instanceof TextCall.Call found)) {
      return call;
    }
    Set<TextRepair> repairs = EnumSet.of(repair);
    repairs.addAll(found.repairs());
    Level level = evidence.quoted() ? Level.QUOTED : found.level().atMost(Level.EMBEDDED);
    TextCall.Call lower =
        new TextCall.Call(
            found.name(),
            found.arguments(),
            found.id(),
            found.format(),
            level,
            repairs,
            found.fits(),
            found.reason());
    RescueTools.Found tool = tools.find(found.name());
    boolean sure = tool != null && level.atLeast(config.mode().threshold(tool.tool().harmless()));
    return sure ? lower : suggested(lower, found.reason());
  }

  private static TextCall suggested(TextCall.Call call, String reason) {
    return new TextCall.Suggested(
        call.name(), call.arguments(), call.format(), call.level(), call.repairs(), reason);
  }

  private boolean isData(RawCall call) {
    return call.foreign() || tools.find(call.name()) == null || call.arguments() == null;
  }

  private boolean isEcho(String text) {
    String plain = text.strip();
    return config.requestTexts().stream().anyMatch(said -> said.contains(plain));
  }

  private @Nullable TextCall one(RawCall call, Format format, Evidence evidence, boolean echo) {
    if (Formats.isPseudo(call.name()) && tools.exact(call.name()) == null) {
      return null;
    }
    RescueTools.Found found = tools.find(call.name());
    boolean permitted =
        found != null
            && (config.onlyTool().isEmpty() || found.tool().name().equals(config.onlyTool()));
    if (found == null || !permitted) {
      String why =
          found == null ? "no tool of this name is declared" : "the tool choice forbids it";
      return new TextCall.Unknown(Names.bare(call.name()), format, why);
    }
    ObjectNode arguments = call.arguments();
    if (arguments == null && call.isTruncated()) {
      return new TextCall.Truncated(found.tool().name(), format, call.problem());
    }
    if (arguments == null) {
      return new TextCall.Broken(found.tool().name(), format, call.problem());
    }
    return weighed(call, arguments, found, format, evidence, echo);
  }

  private TextCall weighed(
      RawCall call,
      ObjectNode arguments,
      RescueTools.Found found,
      Format format,
      Evidence evidence,
      boolean echo) {
    DeclaredTool tool = found.tool();
    RawCall mended = found.mended() ? call.with(Set.of(TextRepair.NAME)) : call;
    boolean fits = tool.fits(arguments);
    if (!fits && mended.repairs().contains(TextRepair.UNESCAPED_QUOTES)) {
      return new TextCall.Broken(tool.name(), format, "its quotes can be read in several ways");
    }
    if (!fits && mended.repairs().contains(TextRepair.POSITIONAL)) {
      return new TextCall.Broken(tool.name(), format, "its arguments have no names");
    }
    Level level = level(mended, arguments, tool, format, evidence, fits);
    if (echo) {
      level = Level.QUOTED;
    }
    String reason =
        format
            + ", "
            + evidence.words()
            + (echo ? ", as in the request" : "")
            + (fits ? "" : ", arguments do not fit the schema");
    JsonObject input = JsonObject.copyOf(arguments);
    return level.atLeast(config.mode().threshold(tool.harmless()))
        ? new TextCall.Call(
            tool.name(), input, call.id(), format, level, mended.repairs(), fits, reason)
        : new TextCall.Suggested(tool.name(), input, format, level, mended.repairs(), reason);
  }

  private Level level(
      RawCall call,
      ObjectNode arguments,
      DeclaredTool tool,
      Format format,
      Evidence evidence,
      boolean fits) {
    Level level = evidence.level(format);
    if (fits && level != Level.QUOTED && expects(format, evidence)) {
      level = expected(format);
    } else if (format.kind() == Format.Kind.NEUTRAL) {
      if (marked) {
        level = level.atMost(Level.SUGGESTED);
      }
      if (!fits) {
        level = tool.takes(arguments) ? level : level.atMost(Level.SUGGESTED);
      }
    }
    return call.repairs().isEmpty() ? level : repaired(level, call.repairs());
  }

  private static Level repaired(Level level, Set<TextRepair> repairs) {
    boolean notation = repairs.stream().allMatch(TextRepair::isNotation);
    return notation && level == Level.BARE ? level : level.lower();
  }
}

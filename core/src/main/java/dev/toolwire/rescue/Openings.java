package dev.toolwire.rescue;

import dev.toolwire.rescue.Opening.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// All the literals, ready to be looked for: those that begin something in prose, those that may
/// stand before or inside a call, and those that may stand behind one.
final class Openings {

  static final Literals<String> FILLERS = new Literals<>(false);
  static final Literals<String> CLOSERS = new Literals<>(false);
  static final Literals<String> NOISE = new Literals<>(false);

  static {
    for (Format row : Formats.TABLE) {
      row.fillers().forEach(literal -> addSpellings(FILLERS, literal));
      row.closers().forEach(literal -> addSpellings(CLOSERS, literal));
    }
    Formats.NOISE.forEach(literal -> NOISE.add(literal, literal));
  }

  private static final int ASCII = 128;

  /// A character at which something may begin wherever it stands, or that changes where we are.
  private static final int BEGINS = 1;

  /// A letter at which something may begin if no word goes on with it.
  private static final int BEGINS_WORD = 2;

  /// A character of a word.
  private static final int WORD = 4;

  private final Literals<Opening> exact = new Literals<>(false);
  private final Literals<Opening> words = new Literals<>(true);
  private final byte[] kinds = new byte[ASCII];

  /// What else a literal may begin with.
  private final String beyondAscii;

  /// How many sets of names are kept.
  static final int MOST_KEPT = 64;

  /// A program offers the same tools again and again, and to lay out the literals takes longer than
  /// to read most answers. The set that was asked for longest ago goes first.
  private static final Map<Set<String>, Openings> KEPT =
      Collections.synchronizedMap(
          new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Set<String>, Openings> eldest) {
              return size() > MOST_KEPT;
            }
          });

  /// The literals for tools of these names. Safe for use by many threads.
  static Openings of(Set<String> toolNames) {
    return KEPT.computeIfAbsent(Set.copyOf(toolNames), Openings::new);
  }

  private Openings(Set<String> toolNames) {
    for (Format row : Formats.TABLE) {
      addRow(row);
    }
    for (Formats.Thinking thinking : Formats.THINKING) {
      put(Role.THINKING, Formats.BARE, thinking.opener(), thinking.closer());
      put(Role.THINKING_END, Formats.BARE, thinking.closer(), "");
    }
    for (String literal : new String[] {"<|channel|>", "<|start|>"}) {
      put(Role.HARMONY, Formats.HARMONY, literal, "");
    }
    put(Role.FENCE, Formats.FENCE, "```", "");
    put(Role.FENCE, Formats.FENCE, "~~~", "");
    put(Role.BRACE, Formats.BARE, "{", "");
    put(Role.BRACKET, Formats.BARE, "[", "");
    put(Role.ESCAPED, Formats.HTML_ESCAPED, "&lt;tool_call&gt;", "&lt;/tool_call&gt;");
    put(Role.ESCAPED, Formats.HTML_ESCAPED, "&lt;function_call&gt;", "&lt;/function_call&gt;");
    put(Role.ESCAPED, Formats.HTML_ESCAPED, "&lt;function=", "&lt;/function&gt;");
    put(Role.ESCAPED, Formats.HTML_ESCAPED, "&lt;invoke ", "&lt;/invoke&gt;");
    put(Role.ESCAPED, Formats.HTML_ESCAPED, "&lt;function_calls&gt;", "&lt;/function_calls&gt;");
    Formats.LABELS.forEach(word -> words.add(word, opening(Role.LABEL, Formats.LABEL, word)));
    words.add("observation:", opening(Role.OBSERVATION, Formats.BARE, "observation:"));
    Formats.NOISE.forEach(literal -> put(Role.NOISE, Formats.BARE, literal, ""));
    toolNames.forEach(this::addTool);
    String firsts = exact.firsts() + words.firsts();
    beyondAscii =
        firsts
            .codePoints()
            .filter(c -> c >= ASCII)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    for (char c = 0; c < ASCII; c++) {
      boolean begins = firsts.indexOf(c) >= 0 || c == '\n' || c == '`';
      kinds[c] = (byte) kind(c, begins);
    }
  }

  private static int kind(char c, boolean begins) {
    int kind = ProseContext.isWordPart(c) ? WORD : 0;
    return begins ? kind | (Character.isLetter(c) ? BEGINS_WORD : BEGINS) : kind;
  }

  /// What `c` means to whoever looks for openings, for [#mayBegin].
  int kindOf(char c) {
    return c < ASCII ? kinds[c] : kind(c, beyondAscii.indexOf(c) >= 0);
  }

  /// Whether something may begin at a character, or a line or code does.
  ///
  /// @param before the kind of the character before
  static boolean mayBegin(int kind, int before) {
    return (kind & BEGINS) != 0 || ((kind & BEGINS_WORD) != 0 && (before & WORD) == 0);
  }

  private void addRow(Format row) {
    boolean word = row.has(Format.Trait.WORD);
    for (String literal : row.openers()) {
      for (String spelling : MarkerSpellings.of(literal)) {
        if (word && row.kind() == Format.Kind.PROMPTED) {
          words.add(spelling, opening(Role.CALL, row, literal));
        } else {
          put(Role.CALL, row, spelling, "");
        }
      }
    }
    for (String literal : row.tags()) {
      MarkerSpellings.of(literal).forEach(spelling -> put(Role.BODY, row, spelling, ""));
    }
  }

  private void addTool(String name) {
    put(Role.TOOL_TAG, Formats.TOOL_TAG, "<" + name + ">", "");
    put(Role.TOOL_NAME, Formats.BARE_HEADER, name, "");
    put(Role.TOOL_NAME, Formats.BARE_HEADER, "function" + name, "");
    put(Role.TOOL_NAME, Formats.BARE_HEADER, name.replace("_", "\\_"), "");
    for (String quote : new String[] {"'", "\""}) {
      put(Role.TOOL_NAME, Formats.BARE_HEADER, quote + name + quote, "");
      put(Role.TOOL_NAME, Formats.BARE_HEADER, quote + name + "(", "");
    }
  }

  private void put(Role role, Format format, String literal, String closer) {
    exact.add(literal, new Opening(role, format, literal, closer));
  }

  private static Opening opening(Role role, Format format, String literal) {
    return new Opening(role, format, literal, "");
  }

  private static void addSpellings(Literals<String> to, String literal) {
    MarkerSpellings.of(literal).forEach(spelling -> to.add(spelling, literal));
  }

  /// The marker that stands at the window; never a word.
  Literals.Match<Opening> markerAt(Window in) {
    return exact.at(in, 0);
  }

  Literals.Match<Opening> markerAt(Window in, int ahead) {
    return exact.at(in, ahead);
  }

  /// The longest literal that stands at the window.
  Literals.Match<Opening> at(Window in) {
    Literals.Match<Opening> match = exact.at(in);
    if (match.undecided()) {
      return match;
    }
    Literals.Match<Opening> word = words.at(in);
    return word.undecided() || word.length() > match.length() ? word : match;
  }
}

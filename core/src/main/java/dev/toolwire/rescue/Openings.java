package dev.toolwire.rescue;

import dev.toolwire.rescue.Opening.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Where something may begin in prose: at one of the [Markers], or at the name of a declared tool.
final class Openings {

  private static final int ASCII = 128;

  /// A character at which something may begin wherever it stands, or that changes where we are.
  private static final int BEGINS = 1;

  /// A letter at which something may begin if no word goes on with it.
  private static final int BEGINS_WORD = 2;

  /// A character of a word.
  private static final int WORD = 4;

  /// What [#kindOf] says of each character if there are no tools.
  private static final byte[] KINDS = new byte[ASCII];

  private static final String FIRSTS = Markers.EXACT.firsts() + Markers.WORDS.firsts() + "\n`";

  static {
    for (char c = 0; c < ASCII; c++) {
      KINDS[c] = (byte) kind(c, FIRSTS.indexOf(c) >= 0);
    }
  }

  /// The names of tools, in the forms in which they may begin a call.
  private final Literals<Opening> names = new Literals<>(false);

  private final byte[] kinds = KINDS.clone();

  /// What a literal may begin with.
  private final String firsts;

  /// How many sets of names are kept.
  static final int MOST_KEPT = 64;

  /// A program offers the same tools again and again. The set that was asked for longest ago goes
  /// first.
  private static final Map<Set<String>, Openings> KEPT =
      Collections.synchronizedMap(
          new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Set<String>, Openings> eldest) {
              return size() > MOST_KEPT;
            }
          });

  /// The openings for tools of these names. Safe for use by many threads.
  static Openings of(Set<String> toolNames) {
    return KEPT.computeIfAbsent(Set.copyOf(toolNames), Openings::new);
  }

  private Openings(Set<String> toolNames) {
    toolNames.forEach(this::addTool);
    firsts = FIRSTS + names.firsts();
    for (int i = FIRSTS.length(); i < firsts.length(); i++) {
      char c = firsts.charAt(i);
      if (c < ASCII) {
        kinds[c] = (byte) kind(c, true);
      }
    }
  }

  private void addTool(String name) {
    add(Role.TOOL_TAG, Formats.TOOL_TAG, "<" + name + ">");
    addName(name);
    addName("function" + name);
    addName(name.replace("_", "\\_"));
    for (String quote : new String[] {"'", "\""}) {
      addName(quote + name + quote);
      addName(quote + name + "(");
    }
  }

  private void addName(String literal) {
    add(Role.TOOL_NAME, Formats.BARE_HEADER, literal);
  }

  private void add(Role role, Format format, String literal) {
    names.add(literal, new Opening(role, format, literal, ""));
  }

  private static int kind(char c, boolean begins) {
    int kind = ProseContext.isWordPart(c) ? WORD : 0;
    return begins ? kind | (Character.isLetter(c) ? BEGINS_WORD : BEGINS) : kind;
  }

  /// What `c` means to whoever looks for openings, for [#mayBegin].
  int kindOf(char c) {
    return c < ASCII ? kinds[c] : kind(c, firsts.indexOf(c) >= 0);
  }

  /// Whether something may begin at a character, or a line or code does.
  ///
  /// @param before the kind of the character before
  static boolean mayBegin(int kind, int before) {
    return (kind & BEGINS) != 0 || ((kind & BEGINS_WORD) != 0 && (before & WORD) == 0);
  }

  /// The marker that stands at the window; never a word.
  Literals.Match<Opening> markerAt(Window in) {
    return markerAt(in, 0);
  }

  Literals.Match<Opening> markerAt(Window in, int ahead) {
    return longer(Markers.EXACT.at(in, ahead), names.at(in, ahead));
  }

  /// The longest literal that stands at the window.
  Literals.Match<Opening> at(Window in) {
    return longer(markerAt(in), Markers.WORDS.at(in));
  }

  private static Literals.Match<Opening> longer(
      Literals.Match<Opening> first, Literals.Match<Opening> second) {
    boolean isFirst =
        first.undecided() || (!second.undecided() && second.length() <= first.length());
    return isFirst ? first : second;
  }
}

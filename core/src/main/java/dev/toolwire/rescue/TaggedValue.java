package dev.toolwire.rescue;

import java.util.Map;
import java.util.Set;

/// Reads the text of one parameter up to its closing tag; where that is missing, up to the next
/// parameter or the end of the call.
final class TaggedValue {

  private final String key;
  private final String element;
  private final Map<String, String> attributes;
  private final Set<TextRepair> repairs;
  private final StringBuilder text = new StringBuilder();
  private int nested;
  private boolean cdata;

  TaggedValue(String key, String element, Map<String, String> attributes, Set<TextRepair> repairs) {
    this.key = key;
    this.element = element;
    this.attributes = attributes;
    this.repairs = repairs;
  }

  void putInto(TaggedArguments arguments) {
    arguments.put(key, element, attributes, text.toString());
  }

  Answer read(Window in) {
    while (true) {
      int c = in.peek();
      if (c < 0) {
        return in.shortage();
      }
      if (mayBeTag(c)) {
        Answer tag = tag(in);
        if (tag != Answer.ON) {
          return tag;
        }
      }
      text.append((char) c);
      in.skip(1);
    }
  }

  private boolean mayBeTag(int c) {
    return (c == '<' || c == ']') && (!cdata || endsCdata());
  }

  private boolean endsCdata() {
    int from = text.length() - TaggedArguments.CDATA_END.length();
    return from >= TaggedArguments.CDATA.length()
        && text.indexOf(TaggedArguments.CDATA_END, from) == from;
  }

  /// ON if the character here is part of the text.
  private Answer tag(Window in) {
    int opensCdata = isBlankSoFar() ? Starts.literal(in, TaggedArguments.CDATA) : 0;
    cdata |= opensCdata > 0;
    Tag tag = Tag.at(in);
    if (opensCdata < 0 || tag.isUndecided()) {
      return Answer.MORE;
    }
    return tag.length() > 0 && (!cdata || endsCdata()) && ends(in, tag) ? Answer.DONE : Answer.ON;
  }

  private boolean isBlankSoFar() {
    return text.length() < 8 && text.toString().isBlank();
  }

  private boolean ends(Window in, Tag tag) {
    boolean own = TaggedArguments.isParameterTag(element);
    if (tag.local().equals(element) && (tag.close() || element.startsWith("|"))) {
      if (nested > 0) {
        nested--;
        return false;
      }
      in.skip(tag.length());
      return true;
    }
    if (!own && !tag.close() && tag.local().equals(element)) {
      nested++;
    }
    boolean forgotten = own && (beginsNext(tag) || closesCall(tag));
    if (forgotten) {
      repairs.add(TextRepair.MISSING_CLOSER);
    }
    return forgotten;
  }

  private boolean beginsNext(Tag tag) {
    boolean key = element.equals("arg_value") && tag.local().equals("arg_key") && !tag.close();
    return key || !tag.parameter().isEmpty();
  }

  private boolean closesCall(Tag tag) {
    boolean call =
        tag.local().equals("function")
            || tag.local().equals("invoke")
            || tag.local().equals("call");
    return tag.close() && call && !element.equals("arg_value");
  }
}

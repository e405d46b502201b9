package dev.toolwire.lab.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/// An element of a document: one of the few that a report needs, with attributes that do nothing
/// but describe. Immutable.
///
/// @param name of the element, from a fixed set
/// @param attributes by name, in order, from a fixed set; values are escaped when written
/// @param children what it contains, in order
public record Element(String name, SequencedMap<String, String> attributes, List<Html> children)
    implements Html {

  private static final Set<String> NAMES =
      Set.of(
          "a",
          "abbr",
          "article",
          "b",
          "bdi",
          "button",
          "canvas",
          "caption",
          "code",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "em",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "header",
          "input",
          "label",
          "li",
          "main",
          "nav",
          "ol",
          "option",
          "output",
          "p",
          "pre",
          "section",
          "select",
          "span",
          "strong",
          "summary",
          "table",
          "tbody",
          "td",
          "th",
          "thead",
          "time",
          "tr",
          "ul");
  private static final Pattern ATTRIBUTES =
      Pattern.compile(
          "id|class|title|lang|dir|role|tabindex|scope|colspan|rowspan|for|type|name|value"
              + "|selected|hidden|open|disabled|datetime|href|aria-[a-z]+|data-[a-z-]+");

  /// To a place in the same document, or to another document for a person who chooses to.
  private static final Pattern LINK = Pattern.compile("#.*|https://.*");

  public Element {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("<" + name + "> is no element that a report may have");
    }
    attributes = new LinkedHashMap<>(attributes);
    attributes.forEach(Element::check);
    children = List.copyOf(children);
  }

  Element(String name) {
    this(name, new LinkedHashMap<>(), List.of());
  }

  private static void check(String name, String value) {
    if (!ATTRIBUTES.matcher(name).matches()) {
      throw new IllegalArgumentException(name + " is no attribute that a report may have");
    }
    if (name.equals("href") && !LINK.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a link of a report leads to #… or https://…, not to " + value);
    }
  }

  /// With an attribute, in the place of one with the same name.
  ///
  /// @throws IllegalArgumentException if no report may have it
  public Element with(String attribute, String value) {
    SequencedMap<String, String> more = new LinkedHashMap<>(attributes);
    more.put(attribute, value);
    return new Element(name, more, children);
  }

  /// With a class, beside those it has.
  public Element in(String styleClass) {
    String before = attributes.get("class");
    return with("class", before == null ? styleClass : before + " " + styleClass);
  }

  /// With more children, behind those it has.
  public Element containing(List<? extends Html> more) {
    List<Html> all = new ArrayList<>(children);
    all.addAll(more);
    return new Element(name, attributes, all);
  }

  @Override
  public SequencedMap<String, String> attributes() {
    return new LinkedHashMap<>(attributes);
  }
}

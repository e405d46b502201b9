package dev.toolwire.lab.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A document that holds all it needs: it opens from disk, and no request leaves it.
///
/// Its content security policy lets in the scripts and the styles that are in it, by their hashes,
/// and nothing else, and has the browser refuse markup that a script would make of text. Its data
/// are JSON that scripts read with `toolwire.data(name)`, or [packed][#packed]. Immutable.
public final class Page {

  private static final List<Inlined> SHARED =
      List.of(
          Inlined.chartLibrary(),
          Inlined.beside(Page.class, "page.js"),
          Inlined.beside(Page.class, "charts.js"));
  private static final Inlined STYLE = Inlined.beside(Page.class, "page.css");

  private final String title;
  private final Html header;
  private final List<Section> sections;
  private final Map<String, JsonNode> data;
  private final Map<String, Packed> packed;
  private final List<Inlined> scripts;

  private Page(
      String title,
      Html header,
      List<Section> sections,
      Map<String, JsonNode> data,
      Map<String, Packed> packed,
      List<Inlined> scripts) {
    this.title = title;
    this.header = header;
    this.sections = sections;
    this.data = data;
    this.packed = packed;
    this.scripts = scripts;
  }

  /// An empty document.
  ///
  /// @param title for the browser's tab and for whoever hears the page
  /// @param header what comes first: the verdict, with the one `h1` of the document
  public static Page titled(String title, Html header) {
    return new Page(title, header, List.of(), Map.of(), Map.of(), List.of());
  }

  /// With a further part, which the list of contents leads to.
  ///
  /// @param id of the part, for links; one in the document
  public Page section(String id, String heading, Html... content) {
    Section section = new Section(id, heading, List.of(content));
    return new Page(title, header, more(sections, section), data, packed, scripts);
  }

  /// With data that scripts read by `toolwire.data(name)`.
  public Page data(String name, JsonNode value) {
    Map<String, JsonNode> all = new LinkedHashMap<>(data);
    all.put(name, value);
    return new Page(title, header, sections, all, packed, scripts);
  }

  /// With what a chart draws; its figure goes into a section as [Chart#html].
  public Page chart(Chart chart) {
    return data("chart:" + chart.id(), chart.data());
  }

  /// With data that are only unpacked when a script asks, by `toolwire.unpack(name)`: of thousands
  /// of runs a reader looks at a few.
  public Page packed(String name, JsonNode value) {
    Map<String, Packed> all = new LinkedHashMap<>(packed);
    all.put(name, Packed.of(value));
    return new Page(title, header, sections, data, all, scripts);
  }

  /// With a script of its own, behind the shared ones.
  public Page script(Inlined script) {
    return new Page(title, header, sections, data, packed, more(scripts, script));
  }

  private static <T> List<T> more(List<T> before, T last) {
    List<T> all = new ArrayList<>(before);
    all.add(last);
    return all;
  }

  /// Writes the document, over what the file held before.
  ///
  /// @throws UncheckedIOException if the file cannot be written
  public void write(Path file) {
    try {
      Files.writeString(file, html());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /// The document.
  public String html() {
    StringBuilder out = new StringBuilder(1 << 18);
    List<Inlined> all = new ArrayList<>(SHARED);
    all.addAll(scripts);
    head(all, out);
    Markup.write(skeleton(), out);
    data.forEach(
        (name, value) -> dataBlock("data:" + name, "application/json", Markup.data(value), out));
    packed.forEach((name, value) -> dataBlock("packed:" + name, "text/plain", value.text(), out));
    all.forEach(script -> out.append("\n<script>").append(script.text()).append("</script>"));
    return out.append("\n</body>\n</html>\n").toString();
  }

  private void head(List<Inlined> all, StringBuilder out) {
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .append(policy(all))
        .append("\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    Markup.write(Html.text(title), out);
    out.append("</title>\n<style>").append(STYLE.text()).append("</style>\n</head>\n<body>\n");
  }

  private static String policy(List<Inlined> scripts) {
    return "default-src 'none'; script-src "
        + scripts.stream().map(Inlined::hashSource).collect(Collectors.joining(" "))
        + "; style-src "
        + STYLE.hashSource()
        + "; base-uri 'none'; form-action 'none'"
        + "; require-trusted-types-for 'script'; trusted-types 'none'";
  }

  private Html skeleton() {
    return Html.all(
        Html.tag("a", "Skip to the verdict").in("skip").with("href", "#main"),
        Html.tag(
                "nav",
                Html.tag("span", "toolwire").in("brand"),
                Html.tag("ul").containing(sections.stream().map(Section::entry).toList()))
            .with("aria-label", "Contents"),
        Html.tag("main", Html.tag("header", header))
            .with("id", "main")
            .with("tabindex", "-1")
            .containing(sections.stream().map(Section::html).toList()));
  }

  private static void dataBlock(String id, String type, String text, StringBuilder out) {
    out.append("\n<script type=\"").append(type).append("\" id=\"");
    Markup.write(Html.text(id), out);
    out.append("\">").append(text).append("</script>");
  }
}

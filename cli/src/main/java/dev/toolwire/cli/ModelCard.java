package dev.toolwire.cli;

import dev.toolwire.json.JsonBinding;
import dev.toolwire.model.ModelCatalogue.Entry;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.Route;
import dev.toolwire.quirk.Quirk;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// All that is known about one family of models: what differs from a model that nobody knows, in
/// general and on each route, and what is done about it.
///
/// @param unknown what holds for a model that nobody knows
record ModelCard(Entry entry, Entry unknown) {

  void print(PrintWriter out, boolean colour) {
    out.println(Ink.BOLD.on(entry.profile().family(), colour) + "  " + ModelsCommand.ids(entry));
    for (var fact : facts()) {
      out.println("  " + fact);
    }
    for (var quirk : Quirk.values()) {
      var routes = routes(quirk);
      if (!routes.isEmpty()) {
        out.println("  " + Ink.FAINT.on(quirk.about() + " (" + routes + ")", colour));
      }
    }
    out.println();
  }

  /// What differs, a line for all routes and one for each that is different from that.
  List<String> facts() {
    var facts = new ArrayList<String>();
    if (!entry.profile().note().isEmpty()) {
      facts.add(entry.profile().note());
    }
    facts.add(differences(entry.profile(), List.of(unknown.profile())));
    for (var route : Route.values()) {
      var usual = List.of(unknown.profile(route), entry.profile());
      var differences = differences(entry.profile(route), usual);
      facts.add(differences.isEmpty() ? "" : "on " + Word.of(route) + ": " + differences);
    }
    facts.removeIf(String::isEmpty);
    return facts;
  }

  /// The routes on which the quirk is made up for.
  private String routes(Quirk quirk) {
    var routes =
        Stream.of(Route.values()).filter(route -> quirk.isNeededBy(entry.profile(route))).toList();
    return routes.size() == Route.values().length
        ? "on every route"
        : routes.stream().map(Word::of).collect(Collectors.joining(", "));
  }

  /// The members of `profile` that none of the `usual` ones has like that, but for names and notes.
  private static String differences(ModelProfile profile, List<ModelProfile> usual) {
    ObjectNode now = (ObjectNode) JsonBinding.toTree(profile);
    for (var other : usual) {
      ObjectNode before = (ObjectNode) JsonBinding.toTree(other);
      before.forEachEntry((name, value) -> {
        if (value.equals(now.get(name))) {
          now.remove(name);
        }
      });
    }
    return now.without(List.of("family", "note"))
        .propertyStream()
        .map(member -> said(member.getKey(), member.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String said(String name, JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue() ? name : "no " + name;
    }
    var words =
        value.isArray()
            ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining("/"))
            : value.asString();
    return name + " " + (words.isEmpty() ? "none" : words);
  }
}

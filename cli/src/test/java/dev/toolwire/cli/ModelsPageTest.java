package dev.toolwire.cli;

import static java.util.stream.Collectors.joining;

import dev.toolwire.json.JsonBinding;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelCatalogue.Entry;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.quirk.Quirk;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `docs/models.md` is what the catalogue, its schema and the quirks say of themselves.
class ModelsPageTest {

  private static final Entry ANY_OTHER = ModelCatalogue.builtIn().defaults();

  @Test
  void thePageIsTheCatalogue() {
    Golden.assertPage(
        "models.md",
        """
        # Models

        What is known about models, written here by `make golden` from the catalogue
        (`core/src/main/resources/dev/toolwire/model/models.json`). `toolwire models` prints it, too;
        `toolwire models TEXT` all that is known about a few.

        The first row with a pattern that a model's id fits counts. Patterns are compared without the
        region (`us.`, `global.` …) and what stands before the last slash, and without regard to case;
        `*` stands for anything. A model without a row gets what is safe.

        ## Rows of one's own

        `--models FILE`, or `TOOLWIRE_MODELS` in the environment, names a file whose rows are tried
        first; `ModelCatalogue.with` does the same in a program. A row says only what differs from the
        defaults, or from the row that it is `like`; `on` says what differs on one route.

        ```json
        {
          "$schema": "models.schema.json",
          "models": [
            {"family": "Our Qwen", "ids": ["acme/qwen-*"], "like": "Qwen elsewhere", "images": false,
              "on": {"chat": {"toolChoices": ["auto"]}}}
          ]
        }
        ```

        The routes are `converse`, `invoke` (Bedrock's InvokeModel), `messages`, `chat` and `mantle`
        (Bedrock's other endpoints). The members are these;
        `core/src/main/resources/dev/toolwire/model/models.schema.json` is their JSON Schema.

        | member | meaning | values | unless said |
        |---|---|---|---|
        %s

        ## What is done about it

        A request passes these steps, in this order, if its model needs them. What a step changed is
        told as a loss (`--losses`).

        | step | what it does |
        |---|---|
        %s

        ## The rows

        | family | ids | what differs |
        |---|---|---|
        %s
        """
            .formatted(members(), steps(), rows()));
  }

  private static String members() {
    var members =
        JsonBinding.mapper()
            .readTree(ModelCatalogue.class.getResourceAsStream("models.schema.json"))
            .at("/$defs/members/properties");
    return members
        .propertyStream()
        .map(member ->
            row(
                "`" + member.getKey() + "`",
                member.getValue().path("description").asString(),
                values(member.getValue()),
                "`" + member.getValue().path("default") + "`"))
        .collect(joining("\n"));
  }

  private static String values(JsonNode member) {
    var words =
        member.path("enum").isMissingNode() ? member.at("/items/enum") : member.path("enum");
    return words.isMissingNode()
        ? member.path("type").asString()
        : words.valueStream().map(word -> "`" + word.asString() + "`").collect(joining(" "));
  }

  private static String steps() {
    return Stream.of(Quirk.values())
        .map(quirk -> row("`" + Word.of(quirk) + "`", quirk.about()))
        .collect(joining("\n"));
  }

  private static String rows() {
    var catalogue = ModelCatalogue.builtIn();
    return Stream.concat(
            Stream.of(row("any other", "", defaults(catalogue.defaults()))),
            catalogue.entries().stream()
                .map(entry ->
                    row(
                        entry.profile().family(),
                        "`" + ModelsCommand.ids(entry).replace(" ", "` `") + "`",
                        facts(entry))))
        .collect(joining("\n"));
  }

  /// On each route what is safe there.
  private static String defaults(Entry defaults) {
    var safe = new Entry(List.of(), ModelProfile.UNKNOWN, Map.of());
    return String.join("<br>", new ModelCard(defaults, safe).facts());
  }

  private static String facts(Entry entry) {
    return String.join("<br>", new ModelCard(entry, ANY_OTHER).facts());
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", List.of(cells)) + " |";
  }
}

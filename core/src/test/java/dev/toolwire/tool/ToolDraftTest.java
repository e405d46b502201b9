package dev.toolwire.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelStream;
import dev.toolwire.tool.Checked.Ready;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolDraftTest {

  enum Unit {
    KM,
    MI;

    @Override
    public String toString() {
      return "unit " + name();
    }
  }

  record Trip(
      String to,
      Unit unit,
      int people,
      Optional<LocalDate> on,
      Optional<Duration> lasts,
      Optional<OffsetDateTime> departs,
      List<String> tags) {
    Trip {
      if (people > 9) {
        throw new IllegalArgumentException("secret reason");
      }
    }
  }

  record Song(String title, Instant released) {}

  private static final JsonObject ANY = JsonObject.of("type", "object");

  @Test
  void recordToolGetsItsRecord() throws Exception {
    Tool tool =
        Tool.named("book")
            .describedAs("Books a trip.")
            .taking(
                Trip.class, trip -> trip.unit().name() + trip.on() + trip.departs() + trip.lasts());

    assertThat(
            run(
                tool,
                """
                {"to":"Oslo","unit":"MI","people":2,"on":"2026-11-20",
                 "departs":"2026-11-20T08:00:00+02:00","tags":[]}\
                """))
        .isEqualTo(
            ToolOutcome.text(
                "MIOptional[2026-11-20]Optional[2026-11-20T08:00+02:00]Optional.empty"));
    assertThat(tool.spec().description()).isEqualTo("Books a trip.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          "people":3000000000              | /people: got 3000000000, expected a valid int.
          "people":10                      | the input: got {"to":"Oslo","unit":"KM","tags":[],"people":10}, expected a valid Trip.
          "people":1,"lasts":"P1Y"         | /lasts: got "P1Y", expected a valid Duration.
          """)
  void whatFitsTheSchemaButNotTheRecordIsAdviceWithoutExceptionText(String member, String words)
      throws Exception {
    Tool tool = Tool.named("book").taking(Trip.class, _ -> "booked");

    assertThat(run(tool, "{\"to\":\"Oslo\",\"unit\":\"KM\",\"tags\":[]," + member + "}"))
        .isEqualTo(
            ToolOutcome.retry(
                words + " Correct this and call the tool again with the complete input."));
  }

  @Test
  void wholeNumberWithAFractionBindsToAnInt() throws Exception {
    Tool tool = Tool.named("book").taking(Trip.class, trip -> "for " + trip.people());

    assertThat(run(tool, "{\"to\":\"Oslo\",\"unit\":\"KM\",\"people\":2.0,\"tags\":[]}"))
        .isEqualTo(ToolOutcome.text("for 2"));
  }

  @Test
  void anyAnswerBecomesAnOutcome() throws Exception {
    assertThat(answering("text")).isEqualTo(ToolOutcome.text("text"));
    assertThat(answering(new Song("Elemental Hotel", Instant.EPOCH)))
        .isEqualTo(
            ToolOutcome.ok(
                new Json(
                    JsonObject.parse(
                        "{\"title\":\"Elemental Hotel\",\"released\":\"1970-01-01T00:00:00Z\"}"))));
    assertThat(answering(7)).isEqualTo(ToolOutcome.ok(new Json(JsonObject.of("result", 7))));
    assertThat(answering(new Text("block"))).isEqualTo(ToolOutcome.text("block"));
    assertThat(answering(ToolOutcome.failed("no"))).isEqualTo(ToolOutcome.failed("no"));
    assertThat(run(Tool.named("t").taking(ANY, _ -> null), "{}")).isEqualTo(ToolOutcome.ok());
  }

  @Test
  void listOfBlocksStaysBlocks() throws Exception {
    Image chart = new Image("png", new MediaSource.Url("https://example.org/chart.png"));

    assertThat(answering(List.of(new Text("The chart"), chart)))
        .isEqualTo(ToolOutcome.ok(new Text("The chart"), chart));
    assertThat(answering(List.of("text", chart)))
        .isInstanceOfSatisfying(
            ToolOutcome.Ok.class,
            ok -> assertThat(ok.content().getFirst()).isInstanceOf(Json.class));
  }

  @Test
  void answerNamesAnEnumAsTheInputDoes() throws Exception {
    assertThat(answering(Map.of("unit", Unit.MI)))
        .isEqualTo(ToolOutcome.ok(new Json(JsonObject.of("unit", "MI"))));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " \n"})
  void failureWithoutWordsIsRefused(String words) {
    assertThatThrownBy(() -> ToolOutcome.failed(words))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the words for the model are ")
        .hasMessageEndingWith("; say why the tool failed");
    assertThatThrownBy(() -> ToolOutcome.retry(words))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("; say what the model can do better");
  }

  @Test
  void deadlineBeyondTheClockIsRefused() {
    assertThatThrownBy(() -> ToolTraits.DEFAULTS.withDeadline(ModelStream.FOREVER.plusNanos(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the deadline is PT2562047H47M16.854775808S, expected more than zero, at most"
                + " PT2562047H47M16.854775807S");
    assertThat(ToolTraits.DEFAULTS.withDeadline(ModelStream.FOREVER).deadline())
        .isEqualTo(ModelStream.FOREVER);
  }

  @Test
  void rawToolGetsItsInputAsItCame() throws Exception {
    Tool tool = Tool.named("echo").taking(ANY, input -> input);

    assertThat(run(tool, "{\"a\":1.50}"))
        .isEqualTo(ToolOutcome.ok(new Json(JsonObject.parse("{\"a\":1.50}"))));
  }

  @Test
  void whatTheFunctionThrowsComesOut() {
    Tool tool =
        Tool.named("t")
            .taking(
                ANY,
                _ -> {
                  throw new IOException("disk");
                });

    assertThatThrownBy(() -> run(tool, "{}")).isInstanceOf(IOException.class);
  }

  @Test
  void draftCarriesTraitsAndWishesToTheTool() {
    ToolTraits traits = ToolTraits.DEFAULTS.asIdempotent().withDeadline(Duration.ofSeconds(2));

    Tool tool = Tool.named("t").with(traits).strict().eagerInput().taking(ANY, _ -> "");

    assertThat(tool.traits()).isEqualTo(traits);
    assertThat(tool.spec().strict()).isTrue();
    assertThat(tool.spec().eagerInput()).isTrue();
  }

  @Test
  void schemaWithoutAnObjectOnTopIsRefused() {
    assertThatThrownBy(() -> Tool.named("t").taking(JsonObject.EMPTY, _ -> ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the input schema of t has no \"type\": \"object\" at its top level");
  }

  private static ToolOutcome answering(Object answer) throws Exception {
    return run(Tool.named("t").taking(ANY, _ -> answer), "{}");
  }

  /// As a loop would: checked first.
  static ToolOutcome run(Tool tool, String input) throws Exception {
    Ready ready = (Ready) ToolInputCheck.of(tool.spec()).check(ToolInput.of(input));
    return tool.run(new ToolCall(new ToolUseId("u"), new ToolName("t"), ready.input()));
  }
}

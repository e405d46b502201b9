package dev.toolwire.tool;

import static dev.toolwire.tool.ToolDraftTest.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Json;
import dev.toolwire.json.JsonObject;
import java.io.FileNotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnnotatedToolsTest {

  record Place(String name, List<Place> near) {}

  static final class Station {

    private int plays;

    @ToolMethod(name = "top_song", description = "The most popular song.", idempotent = true)
    public String topSong(
        @Described("The call sign") String sign, Optional<Integer> year, @Nullable String genre) {
      return sign + year.map(y -> " of " + y).orElse("") + (genre == null ? "" : " in " + genre);
    }

    @ToolMethod(
        description = "Plays it.",
        deadlineSeconds = 5,
        exclusive = true,
        needsApproval = true,
        inline = true)
    public void play() {
      plays++;
    }

    @ToolMethod(description = "Finds places.")
    public List<Place> near(Place place, int[] distances) {
      return place.near();
    }

    @ToolMethod(description = "Fails.")
    public String fail() throws FileNotFoundException {
      throw new FileNotFoundException("tape");
    }

    public void notATool() {}
  }

  static final class Hidden {
    @ToolMethod(description = "Never found.")
    void hidden() {}
  }

  private final Station station = new Station();
  private final List<Tool> tools = Tool.annotatedIn(station);

  @Test
  void eachAnnotatedMethodIsAToolInTheOrderOfNames() {
    assertThat(ToolSet.of(tools).names())
        .extracting(Object::toString)
        .containsExactly("fail", "near", "play", "top_song");
  }

  @Test
  void parametersAreTheMembersOfTheInput() {
    assertThat(tool("top_song").spec().inputSchema())
        .hasToString(
            JsonObject.parse(
                    """
                    {"type":"object","properties":{
                     "sign":{"type":"string","description":"The call sign"},
                     "year":{"type":"integer"},"genre":{"type":"string"}},
                     "required":["sign"],"additionalProperties":false}\
                    """)
                .toString());
    assertThat(tool("near").spec().inputSchema())
        .hasToString(
            JsonObject.parse(
                    """
                    {"type":"object","properties":{
                     "place":{"$ref":"#/$defs/Place"},
                     "distances":{"type":"array","items":{"type":"integer"}}},
                     "required":["place","distances"],"additionalProperties":false,
                     "$defs":{"Place":{"type":"object","properties":{"name":{"type":"string"},
                       "near":{"type":"array","items":{"$ref":"#/$defs/Place"}}},
                       "required":["name","near"],"additionalProperties":false}}}\
                    """)
                .toString());
  }

  @Test
  void methodIsCalledWithBoundArguments() throws Exception {
    assertThat(run(tool("top_song"), "{\"sign\":\"WZPZ\"}")).isEqualTo(ToolOutcome.text("WZPZ"));
    assertThat(run(tool("top_song"), "{\"sign\":\"WZPZ\",\"year\":1999,\"genre\":\"ska\"}"))
        .isEqualTo(ToolOutcome.text("WZPZ of 1999 in ska"));
    assertThat(
            run(
                tool("near"),
                """
                {"place":{"name":"a","near":[{"name":"b","near":[]}]},"distances":[1]}\
                """))
        .isEqualTo(
            ToolOutcome.ok(
                new Json(JsonObject.parse("{\"result\":[{\"name\":\"b\",\"near\":[]}]}"))));
  }

  @Test
  void voidMethodIsOkWithNothingToSay() throws Exception {
    assertThat(run(tool("play"), "{}")).isEqualTo(ToolOutcome.ok());
    assertThat(station.plays).isEqualTo(1);
  }

  @Test
  void argumentOutOfRangeIsAdvice() throws Exception {
    assertThat(run(tool("top_song"), "{\"sign\":\"WZPZ\",\"year\":3000000000}"))
        .isEqualTo(
            ToolOutcome.retry(
                "/year: got 3000000000, expected a valid int. Correct this and call the tool"
                    + " again with the complete input."));
  }

  @Test
  void annotationCarriesTraits() {
    assertThat(tool("play").traits())
        .isEqualTo(new ToolTraits(Duration.ofSeconds(5), false, true, true, true));
    assertThat(tool("top_song").traits()).isEqualTo(ToolTraits.DEFAULTS.asIdempotent());
  }

  @Test
  void whatTheMethodThrowsComesOutAsItIs() {
    assertThatThrownBy(() -> run(tool("fail"), "{}")).isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void objectWithoutToolsIsRefused() {
    assertThatThrownBy(() -> Tool.annotatedIn("text"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("java.lang.String has no public method with @ToolMethod");
  }

  @Test
  void hiddenToolMethodIsRefused() {
    assertThatThrownBy(() -> Tool.annotatedIn(new Hidden()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("has @ToolMethod but is not public; make it public");
  }

  private Tool tool(String name) {
    return tools.stream()
        .filter(tool -> tool.spec().name().value().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

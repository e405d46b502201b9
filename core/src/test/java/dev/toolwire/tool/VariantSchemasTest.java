package dev.toolwire.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.toolwire.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Types that come in variants: what their schemas say, and that what fits can be read.
class VariantSchemasTest {

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
  sealed interface Shape permits Circle, Group, Point {}

  record Circle(double radius) implements Shape {}

  @Described("Shapes that are drawn together")
  record Group(List<Shape> shapes, Optional<Shape> frame) implements Shape {}

  @JsonTypeName("dot")
  record Point() implements Shape {}

  record Drawing(Shape shape) {}

  @JsonTypeInfo(
      use = JsonTypeInfo.Id.NAME,
      include = JsonTypeInfo.As.EXISTING_PROPERTY,
      property = "kind",
      visible = true)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Mail.class, name = "mail"),
    @JsonSubTypes.Type(value = Call.class, name = "call")
  })
  interface Message {
    String kind();
  }

  record Mail(String to, String kind) implements Message {}

  record Call(long number, String kind) implements Message {}

  record Send(@Described("What to send") Message message) {}

  record Ring(Call call) {}

  sealed interface Untold permits Told {}

  record Told(int x) implements Untold {}

  record TakesUntold(Untold value) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  sealed interface ByClass permits OneClass {}

  record OneClass(int x) implements ByClass {}

  record TakesByClass(ByClass value) {}

  @Test
  void eachVariantNamesItself() {
    assertThat(InputSchemas.of(Send.class))
        .isEqualTo(
            JsonObject.parse(
                """
                {"type":"object","properties":{"message":{"description":"What to send","anyOf":[
                 {"type":"object","properties":{"kind":{"type":"string","const":"call"},
                  "number":{"type":"integer"}},"required":["kind","number"],"additionalProperties":false},
                 {"type":"object","properties":{"kind":{"type":"string","const":"mail"},
                  "to":{"type":"string"}},"required":["kind","to"],"additionalProperties":false}]}},
                 "required":["message"],"additionalProperties":false}\
                """));
  }

  @Test
  void variantThatHoldsItsOwnKindIsADefinition() {
    assertThat(InputSchemas.of(Drawing.class).toString())
        .isEqualTo(
            JsonObject.parse(
                    """
                    {"type":"object","properties":{"shape":{"$ref":"#/$defs/any-Shape"}},
                     "required":["shape"],"additionalProperties":false,"$defs":{"any-Shape":{"anyOf":[
                      {"type":"object","properties":{"type":{"type":"string","const":"Circle"},
                       "radius":{"type":"number"}},"required":["type","radius"],"additionalProperties":false},
                      {"type":"object","properties":{"type":{"type":"string","const":"Group"},
                       "shapes":{"type":"array","items":{"$ref":"#/$defs/any-Shape"}},
                       "frame":{"$ref":"#/$defs/any-Shape"}},"required":["type","shapes"],
                       "description":"Shapes that are drawn together","additionalProperties":false},
                      {"type":"object","additionalProperties":false,
                       "properties":{"type":{"type":"string","const":"dot"}},"required":["type"]}]}}}\
                    """)
                .toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"Circle\",\"radius\":2.0}",
        "{\"type\":\"dot\"}",
        "{\"type\":\"Group\",\"shapes\":[{\"type\":\"dot\"},"
            + "{\"type\":\"Group\",\"shapes\":[],\"frame\":null}],"
            + "\"frame\":{\"type\":\"Circle\",\"radius\":1.5}}"
      })
  void whatFitsIsReadAndSaidInTheSameWords(String shape) throws Exception {
    Tool tool = Tool.named("draw").taking(Drawing.class, drawing -> drawing);

    assertThat(ToolDraftTest.run(tool, "{\"shape\":" + shape + "}").toString()).contains(shape);
  }

  @Test
  void variantByItselfNamesItselfToo() throws Exception {
    Tool tool = Tool.named("ring").taking(Ring.class, ring -> ring.call().number());

    assertThat(ToolDraftTest.run(tool, "{\"call\":{\"kind\":\"call\",\"number\":112}}"))
        .isEqualTo(ToolOutcome.json(112L));
  }

  @Test
  void parameterOfAMethodMayComeInVariants() throws Exception {
    Tool tool = Tool.annotatedIn(new Studio()).getFirst();

    assertThat(ToolDraftTest.run(tool, "{\"shape\":{\"type\":\"Circle\",\"radius\":1}}"))
        .isEqualTo(ToolOutcome.text("Circle[radius=1.0]"));
  }

  public static final class Studio {
    @ToolMethod(description = "Draws a shape.")
    public String draw(Shape shape) {
      return shape.toString();
    }
  }

  @Test
  void variantsThatNothingTellsApartAreRefused() {
    assertThatThrownBy(() -> Tool.named("t").taking(TakesUntold.class, _ -> ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            Untold.class.getName()
                + " is abstract, and nothing says how JSON tells what it is; put Jackson's"
                + " @JsonTypeInfo(use = Id.SIMPLE_NAME, property = \"type\") on it");
  }

  @Test
  void variantsByTheNameOfTheirClassAreRefused() {
    assertThatThrownBy(() -> Tool.named("t").taking(TakesByClass.class, _ -> ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ByClass is told apart by its CLASS as PROPERTY, expected its NAME")
        .hasMessageEndingWith("; change its @JsonTypeInfo");
  }
}

package dev.toolwire.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.toolwire.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InputSchemasTest {

  record TopSong(@Described("The station's call sign, such as WZPZ") String sign) {}

  enum Unit {
    KM,
    @JsonProperty("mi")
    MILES
  }

  record Leg(String from, @Described("Where it ends") String to, Optional<LocalDate> on) {}

  record Trip(
      @Described("First leg first") List<Leg> legs,
      @Described("The way back") Optional<Leg> back,
      Unit unit,
      int people,
      @Nullable Boolean window,
      OptionalInt bags,
      Map<String, BigDecimal> prices,
      Set<String> tags) {}

  record Times(
      Instant at,
      @Described("Your day") LocalDate day,
      LocalTime time,
      LocalDateTime local,
      Duration lasts,
      YearMonth month) {}

  record Others(
      UUID id,
      URI link,
      Optional<byte[]> bytes,
      long big,
      double ratio,
      JsonObject free,
      Object any) {}

  record CallSign(@JsonValue String letters) {}

  record Small(byte tiny, char letter, Currency currency, Locale locale, CallSign sign) {}

  record Folder(String name, List<Folder> folders, Optional<Folder> up) {}

  record Disk(Folder root, Leg leg) {}

  record Nothing() {}

  @Test
  void componentIsARequiredPropertyWithItsDescription() {
    assertSchema(
        TopSong.class,
        """
        {"type":"object",
         "properties":{"sign":{"type":"string","description":"The station's call sign, such as WZPZ"}},
         "required":["sign"],"additionalProperties":false}\
        """);
  }

  @Test
  void nestedRecordsListsMapsEnumsAndOptionalsAreWrittenInline() {
    assertSchema(
        Trip.class,
        """
        {"type":"object","properties":{
         "legs":{"description":"First leg first",
          "type":"array","items":{"type":"object","properties":{
          "from":{"type":"string"},"to":{"type":"string","description":"Where it ends"},
          "on":{"type":"string","format":"date"}},
          "required":["from","to"],"additionalProperties":false}},
         "back":{"type":"object","properties":{
          "from":{"type":"string"},"to":{"type":"string","description":"Where it ends"},
          "on":{"type":"string","format":"date"}},
          "required":["from","to"],"additionalProperties":false,"description":"The way back"},
         "unit":{"type":"string","enum":["KM","mi"]},
         "people":{"type":"integer"},
         "window":{"type":"boolean"},
         "bags":{"type":"integer"},
         "prices":{"type":"object","additionalProperties":{"type":"number"}},
         "tags":{"type":"array","items":{"type":"string"}}},
         "required":["legs","unit","people","prices","tags"],"additionalProperties":false}\
        """);
  }

  @Test
  void timesAreStringsWithAFormatOrAPatternThatTheyReallyHave() {
    assertSchema(
        Times.class,
        """
        {"type":"object","properties":{
         "at":{"type":"string","format":"date-time"},
         "day":{"type":"string","format":"date","description":"Your day"},
         "time":{"type":"string","pattern":"^[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\\\.[0-9]{1,9})?)?$"},
         "local":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\\\.[0-9]{1,9})?)?$"},
         "lasts":{"type":"string","format":"duration"},
         "month":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}$"}},
         "required":["at","day","time","local","lasts","month"],"additionalProperties":false}\
        """);
  }

  @Test
  void otherScalarsAreWhatJacksonReads() {
    assertSchema(
        Others.class,
        """
        {"type":"object","properties":{
         "id":{"type":"string","format":"uuid"},
         "link":{"type":"string","format":"uri"},
         "bytes":{"type":"string","contentEncoding":"base64"},
         "big":{"type":"integer"},"ratio":{"type":"number"},
         "free":{"type":"object","additionalProperties":true},"any":{}},
         "required":["id","link","big","ratio","free","any"],"additionalProperties":false}\
        """);
  }

  @Test
  void classThatIsOneValueInJsonIsThatValue() throws Exception {
    assertSchema(
        Small.class,
        """
        {"type":"object","properties":{
         "tiny":{"type":"integer"},
         "letter":{"type":"string","minLength":1,"maxLength":1},
         "currency":{"type":"string","pattern":"^[A-Z]{3}$"},
         "locale":{"type":"string"},"sign":{"type":"string"}},
         "required":["tiny","letter","currency","locale","sign"],
         "additionalProperties":false}\
        """);
    Tool tool = Tool.named("small").taking(Small.class, Small::toString);
    assertThat(
            ToolDraftTest.run(
                tool,
                """
                {"tiny":7,"letter":"x","currency":"NOK","locale":"nb-NO","sign":"WZPZ"}\
                """))
        .isEqualTo(
            ToolOutcome.text(
                "Small[tiny=7, letter=x, currency=NOK, locale=nb_NO, sign=CallSign[letters=WZPZ]]"));
  }

  @Test
  void classThatNoInputCanBecomeIsRefused() {
    record Odd(Path file) {}

    assertThatThrownBy(() -> InputSchemas.of(Odd.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no schema for a java.nio.file.Path; take a String, or a record of your own");
  }

  @Test
  void onlyRecursiveTypesStayDefinitions() {
    assertSchema(
        Disk.class,
        """
        {"type":"object","properties":{
         "root":{"$ref":"#/$defs/Folder"},
         "leg":{"type":"object","properties":{
          "from":{"type":"string"},"to":{"type":"string","description":"Where it ends"},
          "on":{"type":"string","format":"date"}},
          "required":["from","to"],"additionalProperties":false}},
         "required":["root","leg"],"additionalProperties":false,
         "$defs":{"Folder":{"type":"object","properties":{
          "name":{"type":"string"},
          "folders":{"type":"array","items":{"$ref":"#/$defs/Folder"}},
          "up":{"$ref":"#/$defs/Folder"}},
          "required":["name","folders"],"additionalProperties":false}}}\
        """);
  }

  @Test
  void recursiveRootRefersToItself() {
    assertSchema(
        Folder.class,
        """
        {"type":"object","properties":{
         "name":{"type":"string"},
         "folders":{"type":"array","items":{"$ref":"#"}},
         "up":{"$ref":"#"}},
         "required":["name","folders"],"additionalProperties":false}\
        """);
  }

  @Test
  void recordWithoutComponentsTakesAnEmptyObject() {
    assertSchema(Nothing.class, "{\"type\":\"object\",\"additionalProperties\":false}");
  }

  /// Compares text, so that the order counts.
  private static void assertSchema(Class<? extends Record> type, String golden) {
    String compact = JsonObject.parse(golden).toString();
    assertThat(InputSchemas.of(type).toString()).isEqualTo(compact);
    assertThat(InputSchemas.of(type).toString()).isEqualTo(compact);
  }
}

package dev.toolwire.tool;

import dev.toolwire.json.JsonObject;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Schemas of classes that are one value in JSON, though they look like objects or lists in Java.
///
/// A `format` says exactly what RFC 3339 says, and that asks each time for an offset. Local times
/// therefore have a pattern.
final class ScalarSchemas {

  private static final String TIME = "[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?";
  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  private static final JsonObject CHARACTER =
      type("string").with("minLength", 1).with("maxLength", 1);

  private static final Map<Class<?>, JsonObject> BY_CLASS =
      Map.ofEntries(
          Map.entry(Instant.class, format("date-time")),
          Map.entry(OffsetDateTime.class, format("date-time")),
          Map.entry(ZonedDateTime.class, format("date-time")),
          Map.entry(OffsetTime.class, format("time")),
          Map.entry(LocalDate.class, format("date")),
          Map.entry(Duration.class, format("duration")),
          Map.entry(Period.class, format("duration")),
          Map.entry(LocalDateTime.class, pattern(DAY + "T" + TIME)),
          Map.entry(LocalTime.class, pattern(TIME)),
          Map.entry(YearMonth.class, pattern("[0-9]{4}-[0-9]{2}")),
          Map.entry(MonthDay.class, pattern("--[0-9]{2}-[0-9]{2}")),
          Map.entry(Year.class, type("integer")),
          Map.entry(ZoneId.class, type("string")),
          Map.entry(ZoneOffset.class, type("string")),
          Map.entry(TimeZone.class, type("string")),
          Map.entry(Locale.class, type("string")),
          Map.entry(Currency.class, pattern("[A-Z]{3}")),
          Map.entry(Charset.class, type("string")),
          Map.entry(Pattern.class, format("regex")),
          Map.entry(StringBuilder.class, type("string")),
          Map.entry(char.class, CHARACTER),
          Map.entry(Character.class, CHARACTER),
          Map.entry(byte.class, type("integer")),
          Map.entry(Byte.class, type("integer")),
          Map.entry(byte[].class, type("string").with("contentEncoding", "base64")),
          Map.entry(OptionalInt.class, type("integer")),
          Map.entry(OptionalLong.class, type("integer")),
          Map.entry(OptionalDouble.class, type("number")),
          Map.entry(JsonObject.class, type("object").with("additionalProperties", true)),
          Map.entry(ObjectNode.class, type("object").with("additionalProperties", true)),
          Map.entry(JsonNode.class, JsonObject.EMPTY));

  private ScalarSchemas() {}

  /// A schema that the caller owns.
  static Optional<ObjectNode> of(Class<?> type) {
    return Optional.ofNullable(BY_CLASS.get(type)).map(JsonObject::toNode);
  }

  private static JsonObject type(String type) {
    return JsonObject.of("type", type);
  }

  private static JsonObject format(String format) {
    return type("string").with("format", format);
  }

  private static JsonObject pattern(String pattern) {
    return type("string").with("pattern", "^" + pattern + "$");
  }
}

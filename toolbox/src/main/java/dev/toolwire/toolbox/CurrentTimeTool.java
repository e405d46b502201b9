package dev.toolwire.toolbox;

import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolTraits;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/// Tells the time in plain language.
final class CurrentTimeTool {

  private static final String PLAIN = "EEEE, d MMMM uuuu, HH:mm:ss '('VV, 'UTC'xxx')'";

  private CurrentTimeTool() {}

  static Tool create(InstantSource clock, Supplier<ZoneId> zone) {
    return Tool.named("CurrentTimeTool")
        .describedAs(
            """
            Tells the current date and time of the user's place in plain language, such as \
            "Friday, 20 November 2026, 13:05:00 (Europe/Oslo, UTC+01:00)". \
            Use it whenever the answer depends on what day or time it is. Takes no parameters.\
            """)
        .with(ToolTraits.DEFAULTS.asIdempotent())
        .taking(
            JsonObject.parse(
                """
                {"type": "object", "properties": {}, "additionalProperties": false}\
                """),
            _ -> inPlainLanguage(clock.instant().atZone(zone.get())));
  }

  /// The formatter is made at the call and not before: its locale data take a while to load.
  private static String inPlainLanguage(ZonedDateTime time) {
    return DateTimeFormatter.ofPattern(PLAIN, Locale.ENGLISH).format(time);
  }
}

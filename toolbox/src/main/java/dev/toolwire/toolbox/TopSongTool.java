package dev.toolwire.toolbox;

import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolTraits;

/// A radio station's favourite: the smallest tool that can fail.
final class TopSongTool {

  private TopSongTool() {}

  static Tool create() {
    return Tool.named("top_song")
        .describedAs(
            """
            Tells the most popular song that a radio station plays, as {"song", "artist"}. \
            The station is given by its call sign. A station that is not known is an error.\
            """)
        .with(ToolTraits.DEFAULTS.asIdempotent())
        .taking(
            JsonObject.parse(
                """
                {"type": "object",
                 "properties": {
                   "sign": {"type": "string",
                     "description": "The station's call sign, such as WZPZ."}},
                 "required": ["sign"],
                 "additionalProperties": false}\
                """),
            input -> topSong(input.text("sign").orElseThrow()));
  }

  private static Object topSong(String sign) {
    return sign.equals("WZPZ")
        ? JsonObject.of("song", "Elemental Hotel").with("artist", "8 Storey Hike")
        : ToolOutcome.failed("station not found: " + Shown.of(sign));
  }
}

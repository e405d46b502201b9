package dev.toolwire.cli;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.provider.Bedrock;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolSet;
import java.util.Map;

/// The example of the README, which is this file's text between the two marks.
final class ReadmeExample {

  private ReadmeExample() {}

  static Outcome run(Map<String, String> environment) {
    // README begins
    record Station(String sign) {}
    Tool topSong =
        Tool.named("top_song")
            .describedAs("The most popular song on a radio station, by its call sign.")
            .taking(
                Station.class, station -> Map.of("song", "Elemental Hotel", "on", station.sign()));
    ModelRequest question =
        ModelRequest.to(
            new ModelId("anthropic.claude-3-haiku-20240307-v1:0"),
            Conversation.startingWith("Which song is the most popular on WZPZ?"));
    try (HttpTransport http = HttpTransport.fromEnvironment(environment)) {
      ToolLoop loop = ToolLoop.with(Bedrock.fromEnvironment(environment).over(http));
      return loop.tools(ToolSet.of(topSong)).run(question);
    }
    // README ends
  }
}

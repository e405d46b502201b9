package dev.toolwire.junit;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.provider.Service;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolSet;
import java.util.Map;

/// An application under test: it answers with what a model makes of the weather.
record WeatherAssistant(Service service, Map<String, String> environment) {

  private record Place(String city, int days) {}

  private static final Tool GET_WEATHER =
      Tool.named("get_weather")
          .describedAs("How warm it is in a city.")
          .taking(
              Place.class,
              place ->
                  place.city().equals("Oslo")
                      ? Map.of("celsius", 12)
                      : ToolOutcome.failed("no such city: " + place.city()));

  WeatherAssistant(ModelServer models) {
    this(Service.ANTHROPIC, models.environment());
  }

  String ask(String question) {
    try (HttpTransport http = HttpTransport.create()) {
      Outcome outcome =
          ToolLoop.with(service.in(environment).over(http))
              .tools(ToolSet.of(GET_WEATHER))
              .run(
                  ModelRequest.to(new ModelId("weather-1"), Conversation.startingWith(question))
                      .withSystem("Answer in degrees."));
      return switch (outcome) {
        case Outcome.Answered answered -> answered.text();
        case Outcome.Failed failed -> throw failed.cause();
        default -> throw new IllegalStateException(outcome.toString());
      };
    }
  }
}

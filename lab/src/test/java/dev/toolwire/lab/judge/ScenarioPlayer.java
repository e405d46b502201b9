package dev.toolwire.lab.judge;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.lab.scenario.Scenario;
import dev.toolwire.lab.scenario.Workshop;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.Run;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.provider.Bedrock;
import dev.toolwire.provider.BedrockEndpoint;
import dev.toolwire.rescue.Rescue;
import dev.toolwire.simulator.Simulator;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Plays scenarios with the scripted models, in memory.
final class ScenarioPlayer {

  private static final Simulator SIMULATOR = Simulator.builder().build();

  private ScenarioPlayer() {}

  /// @param model without provider
  static RunRecord play(Scenario scenario, String model, int trial, boolean prompted) {
    Model over =
        Bedrock.at(new BedrockEndpoint(URI.create("http://127.0.0.1:1"), "us-east-1"))
            .withKeys("KEY", "secret")
            .converse()
            .over(Simulator.choosing(trial, SIMULATOR.transport()));
    List<TurnRecord> turns = new ArrayList<>();
    Conversation conversation = Conversation.empty();
    try (Workshop workshop = Workshop.open(scenario)) {
      ToolLoop loop = ToolLoop.with(over).rescue(Rescue.NORMAL).tools(workshop.tools());
      for (Scenario.Turn turn : scenario.turns()) {
        ModelRequest plain = ModelRequest.to(new ModelId(model), conversation.say(turn.user()));
        ModelRequest request = scenario.system().map(plain::withSystem).orElse(plain);
        Outcome outcome = record(loop, request, turn.user(), turns);
        conversation = outcome.conversation();
        if (turns.getLast().ending().kind() != Ending.Kind.ANSWERED) {
          break;
        }
      }
    }
    return new RunRecord(
        scenario.name(), model, trial, prompted, Instant.EPOCH, turns, Optional.empty());
  }

  private static Outcome record(
      ToolLoop loop, ModelRequest request, String user, List<TurnRecord> turns) {
    TurnRecorder recorder = new TurnRecorder(user);
    try (Run run = loop.start(request)) {
      long nanos = 0;
      for (LoopEvent event : run) {
        recorder.take(event, nanos += 1_000);
      }
      turns.add(recorder.turn());
      return run.outcome();
    }
  }
}

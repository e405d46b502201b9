package dev.toolwire.cli;

import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.provider.Anthropic;
import dev.toolwire.provider.HttpTransport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The contract on the real Anthropic; costs a few cents. Needs `TOOLWIRE_LIVE=anthropic` besides a
/// key, so that nobody pays by accident.
class LiveAnthropicContractTest extends ModelContract {

  private static final HttpTransport HTTP = HttpTransport.create();

  @BeforeAll
  static void needsTheRealService() {
    Live.need("anthropic", "ANTHROPIC_API_KEY or ANTHROPIC_AUTH_TOKEN");
  }

  @AfterAll
  static void close() {
    HTTP.close();
  }

  @Override
  Model model() {
    return Anthropic.fromEnvironment(System.getenv()).over(HTTP);
  }

  @Override
  ModelId modelId() {
    return Live.model("claude-haiku-4-5");
  }

  @Override
  ModelRequest wrong() {
    return withAMemberThatNobodyKnows();
  }
}

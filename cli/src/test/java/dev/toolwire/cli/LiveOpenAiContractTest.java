package dev.toolwire.cli;

import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.provider.OpenAi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The contract on the real OpenAI; costs a few cents. Needs `TOOLWIRE_LIVE=openai` besides a key,
/// so that nobody pays by accident.
class LiveOpenAiContractTest extends ModelContract {

  private static final HttpTransport HTTP = HttpTransport.create();

  @BeforeAll
  static void needsTheRealService() {
    Live.need("openai", "OPENAI_API_KEY");
  }

  @AfterAll
  static void close() {
    HTTP.close();
  }

  @Override
  Model model() {
    return OpenAi.fromEnvironment(System.getenv()).over(HTTP);
  }

  @Override
  ModelId modelId() {
    return Live.model("gpt-4o");
  }

  @Override
  ModelRequest wrong() {
    return withAMemberThatNobodyKnows();
  }
}

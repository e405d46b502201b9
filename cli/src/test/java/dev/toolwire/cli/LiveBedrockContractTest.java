package dev.toolwire.cli;

import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.provider.Bedrock;
import dev.toolwire.provider.HttpTransport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The contract on the real service; costs a few cents. Needs `TOOLWIRE_LIVE=bedrock` besides
/// credentials and a region, so that nobody pays by accident.
class LiveBedrockContractTest extends ModelContract {

  private static final HttpTransport HTTP = HttpTransport.create();

  @BeforeAll
  static void needsTheRealService() {
    Live.need("bedrock", "AWS credentials and AWS_REGION");
  }

  @AfterAll
  static void close() {
    HTTP.close();
  }

  @Override
  Model model() {
    return Bedrock.fromEnvironment(System.getenv()).over(HTTP);
  }

  @Override
  ModelId modelId() {
    return Live.model("us.anthropic.claude-haiku-4-5-20251001-v1:0");
  }
}

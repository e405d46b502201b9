package dev.toolwire.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.provider.Bedrock;
import dev.toolwire.provider.HttpTransport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The contract on the real service; costs a few cents. Needs `TOOLWIRE_LIVE=bedrock` besides
/// credentials and a region, so that nobody pays by accident.
class LiveBedrockContractTest extends ConverseContract {

  private static final String SKIPPED =
      "skipped: no live Bedrock; set TOOLWIRE_LIVE=bedrock, AWS credentials and AWS_REGION"
          + " (TOOLWIRE_LIVE_MODEL names another model)";

  private static final HttpTransport HTTP = HttpTransport.create();

  @BeforeAll
  static void needsTheRealService() {
    boolean live = "bedrock".equals(System.getenv("TOOLWIRE_LIVE"));
    if (!live) {
      System.out.println("LiveBedrockContractTest " + SKIPPED);
    }
    assumeTrue(live, SKIPPED);
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
    return new ModelId(
        System.getenv()
            .getOrDefault("TOOLWIRE_LIVE_MODEL", "us.anthropic.claude-haiku-4-5-20251001-v1:0"));
  }
}

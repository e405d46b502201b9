package dev.toolwire.bench.loop;

import java.util.List;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.Message;

/// The AWS SDK's blocking client, which has no streams.
final class AwsSyncLoop implements LoopContender {

  private final BedrockRuntimeClient client;

  AwsSyncLoop(int port, boolean signed, SdkHttpClient http) {
    this.client = AwsTalk.client(BedrockRuntimeClient.builder().httpClient(http), port, signed);
  }

  @Override
  public String ask(String model, boolean streaming) {
    List<Message> messages = AwsTalk.question();
    Message answer;
    do {
      answer =
          client
              .converse(r -> r.modelId(model).messages(messages).toolConfig(AwsTalk.tools(model)))
              .output()
              .message();
    } while (AwsTalk.goOn(answer, messages));
    return AwsTalk.text(answer);
  }

  @Override
  public void close() {
    client.close();
  }
}

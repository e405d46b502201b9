package dev.toolwire.bench.loop;

import java.util.List;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;

/// The AWS SDK's asynchronous client on Netty, the only one that streams; its caller waits.
final class AwsAsyncLoop implements LoopContender {

  private final BedrockRuntimeAsyncClient client;

  AwsAsyncLoop(int port, boolean signed) {
    this.client =
        AwsTalk.client(
            BedrockRuntimeAsyncClient.builder()
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1)),
            port,
            signed);
  }

  @Override
  public String ask(String model, boolean streaming) {
    List<Message> messages = AwsTalk.question();
    Message answer;
    do {
      answer = streaming ? streamed(model, messages) : whole(model, messages);
    } while (AwsTalk.goOn(answer, messages));
    return AwsTalk.text(answer);
  }

  private Message whole(String model, List<Message> messages) {
    return client
        .converse(r -> r.modelId(model).messages(messages).toolConfig(AwsTalk.tools(model)))
        .join()
        .output()
        .message();
  }

  private Message streamed(String model, List<Message> messages) {
    AwsFold fold = new AwsFold();
    client
        .converseStream(
            r -> r.modelId(model).messages(messages).toolConfig(AwsTalk.tools(model)),
            ConverseStreamResponseHandler.builder().subscriber(fold).build())
        .join();
    return fold.message();
  }

  @Override
  public void close() {
    client.close();
  }
}

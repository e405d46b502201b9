package dev.toolwire.conformance;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.bedrock.BedrockChatModel;
import dev.langchain4j.model.bedrock.BedrockStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/// The models of LangChain4j, over each wire, streaming and not.
enum LangChain4jModel {
  CONVERSE,
  CONVERSE_STREAM,
  MESSAGES,
  MESSAGES_STREAM,
  CHAT,
  CHAT_STREAM;

  /// Unless told otherwise, its models of Anthropic end an answer after 1,024.
  private static final int MOST_TOKENS = 64_000;

  interface Assistant {
    String ask(String question);
  }

  interface StreamingAssistant {
    TokenStream ask(String question);
  }

  /// An assistant of `services` that asks this model.
  ///
  /// @param key for the wires that take one; requests to Bedrock are signed as [Login#KNOWN]
  Assistant assistant(AiServicesOf services, URI server, String model, String key) {
    return switch (this) {
      case CONVERSE ->
          services
              .of(Assistant.class)
              .chatModel(BedrockChatModel.builder().client(bedrock(server)).modelId(model).build())
              .build();
      case CONVERSE_STREAM ->
          streaming(
              services
                  .of(StreamingAssistant.class)
                  .streamingChatModel(
                      BedrockStreamingChatModel.builder()
                          .client(SdkClient.netty(Protocol.HTTP1_1, server, Login.KNOWN))
                          .modelId(model)
                          .build()));
      case MESSAGES ->
          services
              .of(Assistant.class)
              .chatModel(
                  AnthropicChatModel.builder()
                      .baseUrl(server + "/v1")
                      .apiKey(key)
                      .modelName(model)
                      .maxTokens(MOST_TOKENS)
                      .build())
              .build();
      case MESSAGES_STREAM ->
          streaming(
              services
                  .of(StreamingAssistant.class)
                  .streamingChatModel(
                      AnthropicStreamingChatModel.builder()
                          .baseUrl(server + "/v1")
                          .apiKey(key)
                          .modelName(model)
                          .maxTokens(MOST_TOKENS)
                          .build()));
      case CHAT ->
          services
              .of(Assistant.class)
              .chatModel(
                  OpenAiChatModel.builder()
                      .baseUrl(server + "/v1")
                      .apiKey(key)
                      .modelName(model)
                      .build())
              .build();
      case CHAT_STREAM ->
          streaming(
              services
                  .of(StreamingAssistant.class)
                  .streamingChatModel(
                      OpenAiStreamingChatModel.builder()
                          .baseUrl(server + "/v1")
                          .apiKey(key)
                          .modelName(model)
                          .build()));
    };
  }

  /// What an assistant is made of beside its model.
  @FunctionalInterface
  interface AiServicesOf {
    <T> AiServices<T> of(Class<T> assistant);
  }

  private static Assistant streaming(AiServices<StreamingAssistant> services) {
    StreamingAssistant assistant = services.build();
    return question -> {
      CompletableFuture<String> answer = new CompletableFuture<>();
      assistant
          .ask(question)
          .onPartialResponse(_ -> {})
          .onCompleteResponse(response -> answer.complete(response.aiMessage().text()))
          .onError(answer::completeExceptionally)
          .start();
      return answer.join();
    };
  }

  private static BedrockRuntimeClient bedrock(URI server) {
    return BedrockRuntimeClient.builder()
        .endpointOverride(server)
        .region(Region.US_EAST_1)
        .httpClientBuilder(ApacheHttpClient.builder())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(Login.KNOWN.accessKey(), Login.KNOWN.secret())))
        .build();
  }
}

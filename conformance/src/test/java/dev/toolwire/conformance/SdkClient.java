package dev.toolwire.conformance;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.token.credentials.StaticTokenProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeBaseClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.auth.scheme.BedrockRuntimeAuthSchemeProvider;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// The ways in which the SDK sends a conversation's turn.
enum SdkClient {
  APACHE_CONVERSE,
  /// Without TLS, Netty speaks HTTP/2 by prior knowledge: the service's model allows HTTP/2.
  NETTY_HTTP2_CONVERSE,
  NETTY_HTTP2_CONVERSE_STREAM,
  NETTY_HTTP1_CONVERSE_STREAM;

  /// Made once, because each takes seconds to close.
  private static final Map<Protocol, SdkAsyncHttpClient> NETTY =
      Stream.of(Protocol.HTTP1_1, Protocol.HTTP2)
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(),
                  protocol -> NettyNioAsyncHttpClient.builder().protocol(protocol).build()));

  /// An open client: a turn goes in, the model's turn comes out, however they travel.
  record Line(Function<ConverseRequest, ConverseResponse> ask, SdkAutoCloseable client)
      implements AutoCloseable {

    /// @throws SdkException as the SDK throws it, or hands it over in a future
    ConverseResponse converse(ConverseRequest request) {
      return ask.apply(request);
    }

    @Override
    public void close() {
      client.close();
    }
  }

  /// The caller closes what is opened.
  Line open(URI server, Login login) {
    return switch (this) {
      case APACHE_CONVERSE -> {
        BedrockRuntimeClient client =
            pointed(BedrockRuntimeClient.builder(), server, login)
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
        yield new Line(client::converse, client);
      }
      case NETTY_HTTP2_CONVERSE -> {
        BedrockRuntimeAsyncClient client = netty(Protocol.HTTP2, server, login);
        yield new Line(request -> await(client.converse(request)), client);
      }
      case NETTY_HTTP2_CONVERSE_STREAM -> streaming(netty(Protocol.HTTP2, server, login));
      case NETTY_HTTP1_CONVERSE_STREAM -> streaming(netty(Protocol.HTTP1_1, server, login));
    };
  }

  /// The caller closes it.
  static BedrockRuntimeAsyncClient netty(Protocol protocol, URI server, Login login) {
    return pointed(BedrockRuntimeAsyncClient.builder(), server, login)
        .httpClient(NETTY.get(protocol))
        .build();
  }

  private static Line streaming(BedrockRuntimeAsyncClient client) {
    return new Line(
        request -> {
          StreamedTurn turn = new StreamedTurn();
          await(client.converseStream(StreamedTurn.request(request), turn.handler()));
          return turn.response();
        },
        client);
  }

  private static <B extends BedrockRuntimeBaseClientBuilder<B, C>, C> B pointed(
      B builder, URI server, Login login) {
    B pointed =
        builder
            .endpointOverride(server)
            .region(Region.US_EAST_1)
            .overrideConfiguration(config -> config.retryStrategy(impatient()));
    return switch (login) {
      case Login.Keys(String accessKey, String secret) ->
          pointed.credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secret)));
      case Login.Bearer(String key) ->
          pointed
              .tokenProvider(StaticTokenProvider.create(() -> key))
              .authSchemeProvider(
                  BedrockRuntimeAuthSchemeProvider.defaultProvider(List.of("httpBearerAuth")));
    };
  }

  /// The SDK's retries as they come, but without the waits in between.
  private static RetryStrategy impatient() {
    return AwsRetryStrategy.forRetryMode(RetryMode.defaultRetryMode()).toBuilder()
        .backoffStrategy(BackoffStrategy.retryImmediately())
        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
        .build();
  }

  /// What becomes of it, or the SDK's exception as if the call had thrown it.
  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof SdkException cause) {
        throw cause;
      }
      throw failed;
    }
  }
}

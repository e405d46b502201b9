package dev.toolwire.provider;

import dev.toolwire.model.Model;
import dev.toolwire.model.Route;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.converse.ConverseCodec;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Amazon Bedrock in one region, as somebody; its models are behind several doors. Immutable: each
/// `with` gives another.
///
/// @see <a
///   href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">
///   Converse</a>
public final class Bedrock {

  private static final String SIGNING_NAME = "bedrock";

  /// How requests say who is asking.
  private interface Signing {
    Transport around(Transport inner, String signingName);
  }

  private final BedrockEndpoint endpoint;
  private final Signing signing;

  private Bedrock(BedrockEndpoint endpoint, Signing signing) {
    this.endpoint = endpoint;
    this.signing = signing;
  }

  /// Bedrock at `endpoint`, with the credentials that the AWS SDK finds.
  public static Bedrock at(BedrockEndpoint endpoint) {
    return new Bedrock(endpoint, signing(endpoint, DefaultCredentials.provider()));
  }

  /// Bedrock as the environment describes it: [BedrockEndpoint#from] says where, and
  /// `AWS_BEARER_TOKEN_BEDROCK`, if set, is preferred to the SDK's credentials.
  ///
  /// @throws IllegalArgumentException if the environment is contradictory or not enough
  public static Bedrock fromEnvironment(Map<String, String> environment) {
    Bedrock bedrock = at(BedrockEndpoint.from(environment));
    Optional<String> key = new Environment(environment).secret("AWS_BEARER_TOKEN_BEDROCK");
    return key.map(bedrock::withBearerKey).orElse(bedrock);
  }

  /// Signs with these credentials.
  public Bedrock withCredentials(AwsCredentialsProvider credentials) {
    return new Bedrock(endpoint, signing(endpoint, credentials));
  }

  /// Signs with this pair of keys.
  public Bedrock withKeys(String accessKeyId, String secretAccessKey) {
    return withCredentials(
        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey)));
  }

  /// Authenticates with a Bedrock API key.
  public Bedrock withBearerKey(String key) {
    return new Bedrock(endpoint, (inner, _) -> HeaderTransport.bearer(inner, key));
  }

  private static Signing signing(BedrockEndpoint endpoint, AwsCredentialsProvider credentials) {
    return (inner, name) -> new SigV4Transport(inner, credentials, endpoint.region(), name);
  }

  public BedrockEndpoint endpoint() {
    return endpoint;
  }

  /// All models, over Converse and ConverseStream.
  public Provider converse() {
    return WireProvider.of(
        new ConverseCodec(),
        Route.CONVERSE,
        endpoint.uri(),
        inner -> signing.around(inner, SIGNING_NAME));
  }

  /// [#converse], reached over `transport`; the request names the model.
  public Model over(Transport transport) {
    return converse().over(transport);
  }

  /// Only loaded, and only asked, when nothing else is configured.
  private static final class DefaultCredentials {
    static AwsCredentialsProvider provider() {
      return () -> Chain.INSTANCE.resolveCredentials();
    }

    private static final class Chain {
      static final DefaultCredentialsProvider INSTANCE =
          DefaultCredentialsProvider.builder().build();
    }
  }
}

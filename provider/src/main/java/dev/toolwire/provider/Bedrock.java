package dev.toolwire.provider;

import dev.toolwire.model.Model;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.Ticker;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.converse.ConverseCodec;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Amazon Bedrock's models over Converse and ConverseStream. Immutable: each `with` gives another.
///
/// ```java
/// try (HttpTransport http = HttpTransport.create()) {
///   Model model = Bedrock.fromEnvironment(System.getenv()).over(http);
///   …
/// }
/// ```
///
/// @see <a
///   href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">
///   Converse</a>
public final class Bedrock {

  private static final String SIGNING_NAME = "bedrock";

  private final BedrockEndpoint endpoint;
  private final UnaryOperator<Transport> authentication;
  private final RetryPolicy retries;
  private final ModelCatalogue catalogue;
  private final LossPolicy losses;

  private Bedrock(
      BedrockEndpoint endpoint,
      UnaryOperator<Transport> authentication,
      RetryPolicy retries,
      ModelCatalogue catalogue,
      LossPolicy losses) {
    this.losses = losses;
    this.endpoint = endpoint;
    this.authentication = authentication;
    this.retries = retries;
    this.catalogue = catalogue;
  }

  /// Bedrock at `endpoint`, with the credentials that the AWS SDK finds.
  public static Bedrock at(BedrockEndpoint endpoint) {
    return new Bedrock(
            endpoint,
            UnaryOperator.identity(),
            RetryPolicy.DEFAULTS,
            ModelCatalogue.builtIn(),
            LossPolicy.LOG)
        .withCredentials(DefaultCredentials.provider());
  }

  /// Bedrock as the environment describes it: [BedrockEndpoint#from] says where, and
  /// `AWS_BEARER_TOKEN_BEDROCK`, if set, is preferred to the SDK's credentials.
  ///
  /// @throws IllegalArgumentException if the environment is contradictory or not enough
  public static Bedrock fromEnvironment(Map<String, String> environment) {
    Bedrock bedrock = at(BedrockEndpoint.from(environment));
    String key = environment.getOrDefault("AWS_BEARER_TOKEN_BEDROCK", "").strip();
    return key.isEmpty() ? bedrock : bedrock.withBearerKey(key);
  }

  /// Signs with these credentials.
  public Bedrock withCredentials(AwsCredentialsProvider credentials) {
    return new Bedrock(
        endpoint,
        inner -> new SigV4Transport(inner, credentials, endpoint.region(), SIGNING_NAME),
        retries,
        catalogue,
        losses);
  }

  /// Signs with this pair of keys.
  public Bedrock withKeys(String accessKeyId, String secretAccessKey) {
    return withCredentials(
        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey)));
  }

  /// Authenticates with a Bedrock API key.
  public Bedrock withBearerKey(String key) {
    return new Bedrock(
        endpoint, inner -> new BearerTransport(inner, key), retries, catalogue, losses);
  }

  public Bedrock withRetries(RetryPolicy policy) {
    return new Bedrock(endpoint, authentication, policy, catalogue, losses);
  }

  /// What is known about models, if not what comes with Toolwire.
  public Bedrock withCatalogue(ModelCatalogue known) {
    return new Bedrock(endpoint, authentication, retries, known, losses);
  }

  /// What happens to requests of which Converse cannot say all, if not [LossPolicy#LOG].
  public Bedrock withLosses(LossPolicy policy) {
    return new Bedrock(endpoint, authentication, retries, catalogue, policy);
  }

  public BedrockEndpoint endpoint() {
    return endpoint;
  }

  /// The models of this Bedrock, reached over `transport`; the request names the model.
  public Model over(Transport transport) {
    Model wire =
        new WireModel(
            new ConverseCodec(),
            authentication.apply(transport),
            endpoint.uri(),
            catalogue,
            losses);
    Model retrying =
        new RetryingModel(
            wire,
            retries,
            () -> ThreadLocalRandom.current().nextLong(),
            Ticker.SYSTEM,
            LockSupport::parkNanos);
    return new UnaryToolsModel(retrying, catalogue);
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

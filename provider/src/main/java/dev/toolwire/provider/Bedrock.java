package dev.toolwire.provider;

import dev.toolwire.model.Model;
import dev.toolwire.model.Route;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.chat.ChatCodec;
import dev.toolwire.wire.converse.ConverseCodec;
import dev.toolwire.wire.invoke.InvokeCodec;
import dev.toolwire.wire.messages.MessagesCodec;
import dev.toolwire.wire.messages.MessagesVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
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
  private static final String MANTLE_SIGNING_NAME = "bedrock-mantle";

  /// The variables that say who is asking.
  static final List<String> CREDENTIALS =
      List.of(
          "AWS_BEARER_TOKEN_BEDROCK",
          "AWS_ACCESS_KEY_ID",
          "AWS_PROFILE",
          "AWS_WEB_IDENTITY_TOKEN_FILE",
          "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
          "AWS_CONTAINER_CREDENTIALS_FULL_URI");

  /// How requests say who is asking.
  private interface Signing {
    Transport around(Transport inner, String signingName);
  }

  private final BedrockEndpoint endpoint;
  private final Mantle mantle;
  private final Signing signing;

  private Bedrock(BedrockEndpoint endpoint, Mantle mantle, Signing signing) {
    this.endpoint = endpoint;
    this.mantle = mantle;
    this.signing = signing;
  }

  /// Bedrock at `endpoint`, with the credentials that the AWS SDK finds.
  public static Bedrock at(BedrockEndpoint endpoint) {
    return at(endpoint, Mantle.in(endpoint.region()));
  }

  private static Bedrock at(BedrockEndpoint endpoint, Mantle mantle) {
    return new Bedrock(endpoint, mantle, signing(endpoint, DefaultCredentials.provider()));
  }

  /// Bedrock as the environment describes it: [BedrockEndpoint#from] says where, and
  /// `AWS_BEARER_TOKEN_BEDROCK`, if set, is preferred to a pair of keys in the variables of that
  /// name, and those to whatever else the SDK finds. To a server on this machine, which must be a
  /// simulator, requests are signed by nobody in particular if no variable says who is asking.
  ///
  /// @throws IllegalArgumentException if the environment is contradictory or not enough
  public static Bedrock fromEnvironment(Map<String, String> environment) {
    Environment known = new Environment(environment);
    BedrockEndpoint endpoint = BedrockEndpoint.from(environment);
    Bedrock bedrock = at(endpoint, Mantle.from(known, endpoint.region()));
    Optional<String> key = known.secret(CREDENTIALS.getFirst());
    if (key.isPresent()) {
      return bedrock.withBearerKey(key.get());
    }
    Optional<AwsCredentials> keys = keys(known);
    if (keys.isPresent()) {
      return bedrock.withCredentials(StaticCredentialsProvider.create(keys.get()));
    }
    boolean anonymous = CREDENTIALS.stream().allMatch(name -> known.value(name).isEmpty());
    return anonymous && Environment.isLoopback(endpoint.uri())
        ? bedrock.withKeys("AKIDTOOLWIRE", "anybody")
        : bedrock;
  }

  /// The pair of keys that the variables hold, if they hold a whole one.
  private static Optional<AwsCredentials> keys(Environment known) {
    Optional<String> id = known.secret("AWS_ACCESS_KEY_ID");
    Optional<String> secret = known.secret("AWS_SECRET_ACCESS_KEY");
    if (id.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        known
            .secret("AWS_SESSION_TOKEN")
            .<AwsCredentials>map(
                token -> AwsSessionCredentials.create(id.get(), secret.get(), token))
            .orElseGet(() -> AwsBasicCredentials.create(id.get(), secret.get())));
  }

  /// Signs with these credentials.
  public Bedrock withCredentials(AwsCredentialsProvider credentials) {
    return new Bedrock(endpoint, mantle, signing(endpoint, credentials));
  }

  /// Signs with this pair of keys.
  public Bedrock withKeys(String accessKeyId, String secretAccessKey) {
    return withCredentials(
        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey)));
  }

  /// Authenticates with a Bedrock API key.
  public Bedrock withBearerKey(String key) {
    return new Bedrock(endpoint, mantle, (inner, _) -> HeaderTransport.bearer(inner, key));
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

  /// Claude, over InvokeModel and InvokeModelWithResponseStream.
  public Provider invoke() {
    return WireProvider.of(
        new InvokeCodec(),
        Route.INVOKE,
        endpoint.uri(),
        inner -> signing.around(inner, SIGNING_NAME));
  }

  /// The models of the `bedrock-mantle` endpoints: Claude over Messages, the others over Chat.
  public Provider mantle() {
    UnaryOperator<Transport> signed = inner -> signing.around(inner, MANTLE_SIGNING_NAME);
    return new SplitProvider(
        model -> model.fits("anthropic.*"),
        WireProvider.of(
            new MessagesCodec(MessagesVersion.V2023_06_01),
            Route.MANTLE,
            mantle.messages(),
            signed),
        WireProvider.of(new ChatCodec(), Route.MANTLE, mantle.chat(), signed));
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

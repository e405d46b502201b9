package dev.toolwire.provider;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The services whose models can be named as `service:model-id`, each by the word in front of the
/// colon.
public enum Service {

  /// Anthropic's API, or a server that speaks Messages.
  ANTHROPIC(
      "anthropic",
      Map.of(Anthropic.BASE_URL, ""),
      List.of(Anthropic.API_KEY, Anthropic.AUTH_TOKEN),
      Anthropic::fromEnvironment),

  /// Amazon Bedrock over Converse.
  BEDROCK(
      "bedrock",
      Map.of(BedrockEndpoint.RUNTIME_URL, ""),
      Bedrock.CREDENTIALS,
      environment -> Bedrock.fromEnvironment(environment).converse()),

  /// Claude on Amazon Bedrock, over InvokeModel.
  BEDROCK_INVOKE(
      "bedrock-invoke",
      Map.of(BedrockEndpoint.RUNTIME_URL, ""),
      Bedrock.CREDENTIALS,
      environment -> Bedrock.fromEnvironment(environment).invoke()),

  /// Bedrock's `bedrock-mantle` endpoints: Messages for Claude, Chat for the others.
  BEDROCK_MANTLE(
      "bedrock-mantle",
      Map.of(
          BedrockEndpoint.RUNTIME_URL, "",
          Mantle.MESSAGES_URL, Mantle.MESSAGES_PATH,
          Mantle.CHAT_URL, Mantle.CHAT_PATH),
      Bedrock.CREDENTIALS,
      environment -> Bedrock.fromEnvironment(environment).mantle()),

  /// OpenAI's API, or a server that speaks Chat Completions.
  OPENAI("openai", Map.of(OpenAi.BASE_URL, ""), List.of(OpenAi.API_KEY), OpenAi::fromEnvironment);

  private final String word;

  /// The variables that say where it is, each with the path that it has behind a common address.
  @SuppressWarnings("ImmutableEnumChecker") // Map.of never changes
  private final Map<String, String> addresses;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> credentials;

  @SuppressWarnings("ImmutableEnumChecker") // holds nothing
  private final Function<Map<String, String>, Provider> provider;

  Service(
      String word,
      Map<String, String> addresses,
      List<String> credentials,
      Function<Map<String, String>, Provider> provider) {
    this.word = word;
    this.addresses = addresses;
    this.credentials = credentials;
    this.provider = provider;
  }

  /// The service that `word` names.
  ///
  /// @param others words that name something else where the caller reads them, for the error
  /// @throws IllegalArgumentException if there is none; the message lists those that there are
  public static Service named(String word, String... others) {
    return Arrays.stream(values())
        .filter(service -> service.word.equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                Stream.concat(Arrays.stream(values()).map(Service::word), Arrays.stream(others))
                    .collect(
                        Collectors.joining(
                            ", ", "unknown provider '" + word + "', expected one of ", ""))));
  }

  /// The word in front of the colon.
  public String word() {
    return word;
  }

  /// Whether the environment says where the service is or who is asking.
  public boolean isConfigured(Map<String, String> environment) {
    Environment known = new Environment(environment);
    return Stream.of(addresses.keySet(), credentials)
        .flatMap(Collection::stream)
        .anyMatch(name -> known.value(name).isPresent());
  }

  /// The service as the environment describes it.
  ///
  /// @throws IllegalArgumentException if the environment is contradictory or not enough
  /// @throws dev.toolwire.model.CredentialsException if nobody says who is asking
  public Provider in(Map<String, String> environment) {
    return provider.apply(environment);
  }

  /// The service at `address`, in everything else as the environment describes it.
  ///
  /// @throws IllegalArgumentException if the environment is contradictory or not enough
  /// @throws dev.toolwire.model.CredentialsException if nobody says who is asking
  public Provider in(Map<String, String> environment, URI address) {
    Map<String, String> changed = new HashMap<>(environment);
    addresses.forEach((name, path) -> changed.put(name, address + path));
    return in(changed);
  }

  /// Reads an address that a person wrote; `where` says where it stands.
  ///
  /// @throws IllegalArgumentException if it is no absolute `http` or `https` address
  public static URI address(String text, String where) {
    return Environment.address(text, where);
  }

  /// Whether `address` is on this machine, where a server may well ask for no key.
  public static boolean isOnThisMachine(URI address) {
    return Environment.isLoopback(address);
  }
}

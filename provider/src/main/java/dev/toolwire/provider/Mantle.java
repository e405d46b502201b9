package dev.toolwire.provider;

import java.net.URI;

/// Where Bedrock's `bedrock-mantle` endpoints are, which speak Messages and Chat.
///
/// @param messages the address in front of `/v1/messages`
/// @param chat the address in front of `/chat/completions`
/// @see <a href="https://docs.aws.amazon.com/bedrock/latest/userguide/apis.html">Bedrock APIs</a>
record Mantle(URI messages, URI chat) {

  /// The variable that Anthropic's SDK for Bedrock reads.
  static final String MESSAGES_URL = "ANTHROPIC_BEDROCK_MANTLE_BASE_URL";

  /// The variable that OpenAI's SDK reads for Bedrock.
  static final String CHAT_URL = "AWS_BEDROCK_BASE_URL";

  static final String MESSAGES_PATH = "/anthropic";
  static final String CHAT_PATH = "/v1";

  /// The public endpoints of a region.
  static Mantle in(String region) {
    URI host = URI.create("https://bedrock-mantle." + region + ".api.aws");
    return new Mantle(host.resolve(MESSAGES_PATH), host.resolve(CHAT_PATH));
  }

  /// The endpoints that the environment asks for, else those of the region.
  static Mantle from(Environment environment, String region) {
    Mantle regional = in(region);
    return new Mantle(
        environment.uri(MESSAGES_URL).orElse(regional.messages()),
        environment.uri(CHAT_URL).orElse(regional.chat()));
  }
}

package dev.toolwire.provider;

import dev.toolwire.model.CredentialsException;
import dev.toolwire.model.Route;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.messages.MessagesCodec;
import dev.toolwire.wire.messages.MessagesVersion;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Anthropic's own API, or a server that speaks its wire.
///
/// @see <a href="https://platform.claude.com/docs/en/api/messages">Messages</a>
public final class Anthropic {

  /// Where Anthropic is.
  public static final URI BASE = URI.create("https://api.anthropic.com");

  static final String API_KEY = "ANTHROPIC_API_KEY";
  static final String AUTH_TOKEN = "ANTHROPIC_AUTH_TOKEN";
  static final String BASE_URL = "ANTHROPIC_BASE_URL";
  static final String CUSTOM_HEADERS = "ANTHROPIC_CUSTOM_HEADERS";

  private static final Pattern HEADER =
      Pattern.compile("\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*:\\s*(.*?)\\s*");

  private Anthropic() {}

  /// Anthropic as the environment describes it, in the variables of Anthropic's SDKs:
  /// `ANTHROPIC_BASE_URL` says where; `ANTHROPIC_API_KEY` goes into `x-api-key` and
  /// `ANTHROPIC_AUTH_TOKEN` is a bearer's; `ANTHROPIC_CUSTOM_HEADERS` has a header in each line,
  /// `anthropic-beta` and `anthropic-version` maybe among them. A server on this machine is asked
  /// without a key if there is none.
  ///
  /// @throws IllegalArgumentException if a variable cannot be used
  /// @throws CredentialsException if nobody says who is asking
  public static Provider fromEnvironment(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    URI base = environment.uri(BASE_URL).orElse(BASE);
    Headers headers = headers(environment);
    if (headers.first("x-api-key").isEmpty()
        && headers.first("authorization").isEmpty()
        && !Environment.isLoopback(base)) {
      throw new CredentialsException(
          "no key for " + base + ": set " + API_KEY + ", or " + AUTH_TOKEN + " for a bearer's");
    }
    return at(base, headers);
  }

  /// A server of this wire.
  ///
  /// @param base its address, without `/v1`
  /// @param headers sent with each request; in them it reads who is asking
  /// @throws IllegalArgumentException if `base` is no `http` or `https` address
  public static Provider at(URI base, Headers headers) {
    return WireProvider.of(
        new MessagesCodec(MessagesVersion.V2023_06_01),
        Route.MESSAGES,
        base,
        inner -> new HeaderTransport(inner, headers));
  }

  private static Headers headers(Environment environment) {
    Headers headers = Headers.NONE;
    Optional<String> key = environment.secret(API_KEY);
    Optional<String> token = environment.secret(AUTH_TOKEN);
    if (key.isPresent()) {
      headers = headers.and("x-api-key", key.get());
    }
    if (token.isPresent()) {
      headers = headers.and("Authorization", "Bearer " + token.get());
    }
    return headers.withAll(custom(environment.value(CUSTOM_HEADERS).orElse("")));
  }

  private static Headers custom(String lines) {
    Headers headers = Headers.NONE;
    int number = 0;
    for (String line : lines.lines().toList()) {
      number++;
      Matcher header = HEADER.matcher(line);
      if (header.matches()) {
        headers = headers.and(header.group(1), header.group(2));
      } else if (!line.isBlank()) {
        throw new IllegalArgumentException(
            CUSTOM_HEADERS + ": line " + number + " is no header, expected Name: value");
      }
    }
    return headers;
  }
}

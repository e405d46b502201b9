package dev.toolwire.provider;

import dev.toolwire.model.CredentialsException;
import dev.toolwire.model.Route;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.chat.ChatCodec;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// OpenAI's Chat Completions, or any server that speaks that wire, such as those of vLLM, Ollama
/// and llama.cpp.
///
/// @see <a href="https://platform.openai.com/docs/api-reference/chat">Chat Completions</a>
public final class OpenAi {

  /// Where OpenAI is.
  public static final URI BASE = URI.create("https://api.openai.com/v1");

  static final String API_KEY = "OPENAI_API_KEY";
  static final String BASE_URL = "OPENAI_BASE_URL";
  static final String ORGANIZATION = "OPENAI_ORG_ID";
  static final String PROJECT = "OPENAI_PROJECT_ID";

  private OpenAi() {}

  /// OpenAI as the environment describes it, in the variables of OpenAI's SDKs: `OPENAI_BASE_URL`
  /// says where, `OPENAI_API_KEY`, `OPENAI_ORG_ID` and `OPENAI_PROJECT_ID` who is asking. A server
  /// on this machine is asked without a key if there is none.
  ///
  /// @throws IllegalArgumentException if a variable cannot be used
  /// @throws CredentialsException if nobody says who is asking
  public static Provider fromEnvironment(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    URI base = environment.uri(BASE_URL).orElse(BASE);
    Optional<String> key = environment.secret(API_KEY);
    if (key.isEmpty() && !Environment.isLoopback(base)) {
      throw new CredentialsException("no key for " + base + ": set " + API_KEY);
    }
    Headers headers = Headers.NONE;
    if (key.isPresent()) {
      headers = headers.and("Authorization", "Bearer " + key.get());
    }
    Optional<String> organization = environment.secret(ORGANIZATION);
    if (organization.isPresent()) {
      headers = headers.and("OpenAI-Organization", organization.get());
    }
    Optional<String> project = environment.secret(PROJECT);
    if (project.isPresent()) {
      headers = headers.and("OpenAI-Project", project.get());
    }
    return at(base, headers);
  }

  /// A server of this wire.
  ///
  /// @param base its address, up to and with `/v1`
  /// @param headers sent with each request; in them it reads who is asking
  /// @throws IllegalArgumentException if `base` is no `http` or `https` address
  public static Provider at(URI base, Headers headers) {
    return WireProvider.of(
        new ChatCodec(), Route.CHAT, base, inner -> new HeaderTransport(inner, headers));
  }
}

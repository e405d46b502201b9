package dev.toolwire.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PathBelowTest {

  private final PathBelow path = new PathBelow("/v1/messages");

  @Test
  void pathIsPutBelowWhateverEndpointIsAsked() {
    assertThat(path.at(URI.create("https://api.anthropic.com")))
        .hasToString("https://api.anthropic.com/v1/messages");
    assertThat(path.at(URI.create("http://127.0.0.1:8080/anthropic/")))
        .hasToString("http://127.0.0.1:8080/anthropic/v1/messages");
    assertThat(path.at(URI.create("https://api.anthropic.com")))
        .hasToString("https://api.anthropic.com/v1/messages");
  }

  @Test
  void sameEndpointGivesTheSameAddress() {
    URI first = path.at(URI.create("https://api.anthropic.com"));

    assertThat(path.at(URI.create("https://api.anthropic.com"))).isSameAs(first);
  }
}

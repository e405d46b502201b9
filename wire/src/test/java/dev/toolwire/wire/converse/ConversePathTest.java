package dev.toolwire.wire.converse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.model.ModelId;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversePathTest {

  @ParameterizedTest
  @CsvSource({
    "anthropic.claude-3-haiku-20240307-v1:0, anthropic.claude-3-haiku-20240307-v1%3A0",
    "us.anthropic.claude-haiku-4-5-20251001-v1:0, us.anthropic.claude-haiku-4-5-20251001-v1%3A0",
    "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.foo,"
        + " arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2Fus.foo",
    "a-b.c_d~e, a-b.c_d~e",
    "søvn, s%C3%B8vn",
  })
  void modelIdIsOneEncodedLabel(String id, String label) {
    ConversePath path = new ConversePath(new ModelId(id), true);

    assertThat(path.raw()).isEqualTo("/model/" + label + "/converse-stream");
    assertThat(ConversePath.parse(path.raw())).hasValue(path);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080, http://127.0.0.1:8080/model/m%3A0/converse",
    "http://127.0.0.1:8080/, http://127.0.0.1:8080/model/m%3A0/converse",
    "https://gate.example/bedrock/, https://gate.example/bedrock/model/m%3A0/converse",
  })
  void pathStandsBehindThatOfTheEndpoint(String endpoint, String whole) {
    ConversePath path = new ConversePath(new ModelId("m:0"), false);

    assertThat(path.at(URI.create(endpoint))).hasToString(whole);
  }

  @Test
  void colonsMayBeLeftAsTheyAre() {
    assertThat(ConversePath.parse("/model/amazon.nova-pro-v1:0/converse"))
        .hasValue(new ConversePath(new ModelId("amazon.nova-pro-v1:0"), false));
  }

  @Test
  void plusIsNoSpace() {
    assertThat(ConversePath.parse("/model/a+b/converse"))
        .hasValue(new ConversePath(new ModelId("a+b"), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/model/m/invoke",
        "/model/m/converse/",
        "/model//converse",
        "/model/%20/converse",
        "/model/m%3/converse",
        "/model/m%zz/converse",
        "/model/arn:aws/x/converse",
        "/models/m/converse",
        "model/m/converse",
      })
  void otherPathsAreNotOurs(String path) {
    assertThat(ConversePath.parse(path)).isEmpty();
  }
}

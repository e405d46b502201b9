package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureCheckTest {

  private static final Instant SIGNED_AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final String SECRET = "toolwire-test-secret";
  private static final String BODY =
      "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"hi\"}]}]}";

  /// Computed independently of this code.
  private static final String SIGNATURE =
      "f07d121e13633d3a328d444c91f8cf4d8b7ba727e2ebaf4036250e0ef1c3a0bb";

  private static final String SIGNATURE_WITH_AUTHORITY =
      "a858354940de1229b221c277603308a219478f7cef501dfff02ede820b96c64a";

  @Test
  void aGoodSignatureIsLetIn() {
    assertThat(answer(signedBy("TESTKEYID"), SIGNED_AT)).startsWith("200");
  }

  @Test
  void theHostIsThatOfTheUriIfNoHeaderSaysIt() {
    WireRequest request = signedBy("TESTKEYID");

    assertThat(answer(request.withHeaders(request.headers().without("Host")), SIGNED_AT))
        .startsWith("200");
  }

  @Test
  void theAuthorityOfHttpTwoMayBeSignedForTheHost() {
    WireRequest request = signedBy("TESTKEYID");
    String authorization =
        "AWS4-HMAC-SHA256 Credential=TESTKEYID/20261120/us-east-1/bedrock/aws4_request,"
            + " SignedHeaders=:authority;content-type;x-amz-date, Signature="
            + SIGNATURE_WITH_AUTHORITY;
    Headers headers = request.headers().without("Host").with("Authorization", authorization);

    assertThat(answer(request.withHeaders(headers), SIGNED_AT)).startsWith("200");
  }

  @Test
  void aChangedBodyIsRefused() {
    WireRequest request = signedBy("TESTKEYID");
    WireRequest changed =
        WireRequest.post(request.uri(), request.headers(), bytes(BODY.replace("hi", "ho")), false);

    assertThat(answer(changed, SIGNED_AT))
        .startsWith("403 InvalidSignatureException {\"Message\":\"The request signature we");
  }

  @Test
  void aWrongContentHashIsRefused() {
    WireRequest request = signedBy("TESTKEYID");
    Headers headers = request.headers().and("x-amz-content-sha256", "0000");

    assertThat(answer(request.withHeaders(headers), SIGNED_AT))
        .startsWith("403 InvalidSignatureException");
  }

  @Test
  void anUnknownKeyIsRefused() {
    assertThat(answer(signedBy("SOMEBODYELSE"), SIGNED_AT))
        .startsWith(
            "403 UnrecognizedClientException {\"Message\":\"The security token included in");
  }

  @ParameterizedTest
  @CsvSource({
    "901, 403 InvalidSignatureException {\"Message\":\"Signature expired: 20261120T120000Z",
    "900, 200",
    "-900, 200",
    "-901, 403 InvalidSignatureException {\"Message\":\"Signature not yet current"
  })
  void aSignatureIsGoodForAQuarterOfAnHour(long secondsLater, String expected) {
    Instant now = SIGNED_AT.plus(Duration.ofSeconds(secondsLater));

    assertThat(answer(signedBy("TESTKEYID"), now)).startsWith(expected);
  }

  @Test
  void noAuthorizationIsRefused() {
    WireRequest request = signedBy("TESTKEYID");

    assertThat(answer(request.withHeaders(request.headers().without("Authorization")), SIGNED_AT))
        .isEqualTo(
            "403 MissingAuthenticationTokenException"
                + " {\"Message\":\"Missing Authentication Token\"}");
  }

  @Test
  void anUnreadableAuthorizationIsRefused() {
    WireRequest request = signedBy("TESTKEYID");
    Headers headers = request.headers().with("Authorization", "AWS4-HMAC-SHA256 Credential=x");

    assertThat(answer(request.withHeaders(headers), SIGNED_AT))
        .startsWith("400 IncompleteSignatureException");
  }

  @Test
  void aBearerKeyIsLetInOrRefused() {
    WireRequest request = signedBy("TESTKEYID");
    Headers good = request.headers().with("Authorization", "Bearer ABSK-good");
    Headers bad = request.headers().with("Authorization", "Bearer ABSK-bad");

    assertThat(answer(request.withHeaders(good), SIGNED_AT)).startsWith("200");
    assertThat(answer(request.withHeaders(bad), SIGNED_AT))
        .startsWith("403 AccessDeniedException")
        .doesNotContain("ABSK");
  }

  private static WireRequest signedBy(String accessKey) {
    String authorization =
        "AWS4-HMAC-SHA256 Credential="
            + accessKey
            + "/20261120/us-east-1/bedrock/aws4_request,"
            + " SignedHeaders=content-type;host;x-amz-date, Signature="
            + SIGNATURE;
    return WireRequest.post(
        URI.create(
            "https://bedrock-runtime.us-east-1.amazonaws.com"
                + "/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse"),
        Headers.of(
            "Content-Type",
            "application/json",
            "Host",
            "bedrock-runtime.us-east-1.amazonaws.com",
            "X-Amz-Date",
            "20261120T120000Z",
            "Authorization",
            authorization),
        bytes(BODY),
        false);
  }

  private static String answer(WireRequest request, Instant now) {
    Simulator simulator =
        Simulator.builder()
            .credentials("TESTKEYID", SECRET)
            .bearerKey("ABSK-good")
            .clock(InstantSource.fixed(now))
            .build();
    Exchange exchange = simulator.transport().open(request);
    Exchange.Head head = (Exchange.Head) exchange.read(Duration.ZERO);
    String body = new String(exchange.readBody(Duration.ZERO, 100_000), StandardCharsets.UTF_8);
    String type = head.headers().first("x-amzn-ErrorType").map(name -> " " + name).orElse("");
    assertThat(body).doesNotContain(SECRET);
    return head.status() + type + " " + body;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package dev.toolwire.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.model.CredentialsException;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

class SigV4TransportTest {

  private static final String BODY =
      "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"hi\"}]}]}";
  private static final WireRequest REQUEST =
      WireRequest.post(
          URI.create(
              "https://bedrock-runtime.us-east-1.amazonaws.com"
                  + "/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse"),
          Headers.of("Content-Type", "application/json"),
          BODY.getBytes(UTF_8),
          false);

  private Headers sent = Headers.NONE;

  @Test
  void signatureIsThatOfTheSpecificationWithThePathEncodedTwice() throws Exception {
    var keys = AwsBasicCredentials.create("TESTKEYID", "toolwire-test-secret");

    new SigV4Transport(this::keep, StaticCredentialsProvider.create(keys), "us-east-1", "bedrock")
        .open(REQUEST);

    Matcher authorization =
        Pattern.compile(
                "AWS4-HMAC-SHA256 Credential=TESTKEYID/(\\d{8})/us-east-1/bedrock/aws4_request,"
                    + " SignedHeaders=([^,]+), Signature=(\\w{64})")
            .matcher(sent.first("Authorization").orElseThrow());
    assertThat(authorization.matches()).isTrue();
    assertThat(authorization.group(3))
        .isEqualTo(signature(authorization.group(1), authorization.group(2)));
  }

  @Test
  void missingCredentialsAreToldWithWhereTheyWereLookedFor() {
    SigV4Transport transport =
        new SigV4Transport(
            this::keep,
            () -> {
              throw SdkClientException.create("none");
            },
            "us-east-1",
            "bedrock");

    assertThatThrownBy(() -> transport.open(REQUEST))
        .isInstanceOf(CredentialsException.class)
        .hasMessageContaining("AWS_BEARER_TOKEN_BEDROCK");
  }

  private Exchange keep(WireRequest request) {
    sent = request.headers();
    return new Exchange() {
      @Override
      public Read read(Duration patience) {
        return Read.END;
      }

      @Override
      public void close() {}
    };
  }

  private String signature(String date, String signedHeaders) throws Exception {
    String encodedTwice = REQUEST.uri().getRawPath().replace("%", "%25");
    StringBuilder canonical = new StringBuilder("POST\n" + encodedTwice + "\n\n");
    for (String name : signedHeaders.split(";", -1)) {
      String value = name.equals("host") ? REQUEST.uri().getHost() : sent.first(name).orElseThrow();
      canonical.append(name).append(':').append(value).append('\n');
    }
    canonical.append('\n').append(signedHeaders).append('\n').append(sha256(BODY));
    String toSign =
        "AWS4-HMAC-SHA256\n"
            + sent.first("X-Amz-Date").orElseThrow()
            + "\n"
            + date
            + "/us-east-1/bedrock/aws4_request\n"
            + sha256(canonical.toString());
    byte[] key = "AWS4toolwire-test-secret".getBytes(UTF_8);
    for (String part : new String[] {date, "us-east-1", "bedrock", "aws4_request", toSign}) {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      key = mac.doFinal(part.getBytes(UTF_8));
    }
    return HexFormat.of().formatHex(key);
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }
}

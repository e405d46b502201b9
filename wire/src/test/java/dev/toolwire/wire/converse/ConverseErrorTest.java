package dev.toolwire.wire.converse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConverseErrorTest {

  private final ConverseCodec client = new ConverseCodec();
  private final ConverseServerCodec server = new ConverseServerCodec();

  @ParameterizedTest
  @CsvSource({
    "400, ValidationException, VALIDATION, false",
    "400, ServiceQuotaExceededException, QUOTA, false",
    "400, ConflictException, VALIDATION, false",
    "400, IncompleteSignature, ACCESS_DENIED, false",
    "403, AccessDeniedException, ACCESS_DENIED, false",
    "403, UnrecognizedClientException, ACCESS_DENIED, false",
    "403, InvalidSignatureException, ACCESS_DENIED, false",
    "403, ExpiredTokenException, ACCESS_DENIED, false",
    "404, ResourceNotFoundException, NOT_FOUND, false",
    "408, ModelTimeoutException, TIMEOUT, false",
    "424, ModelErrorException, MODEL_ERROR, false",
    "429, ThrottlingException, THROTTLED, true",
    "429, ModelNotReadyException, NOT_READY, true",
    "500, InternalServerException, INTERNAL, true",
    "503, ServiceUnavailableException, UNAVAILABLE, true",
    "418, TeapotException, UNKNOWN, false",
    "529, OverloadedException, INTERNAL, true",
    "429, SlowDownException, THROTTLED, true",
  })
  void errorIsKnownByItsNameElseByItsStatus(
      int status, String type, ErrorKind kind, boolean retryable) {
    ProviderException error =
        client.error(status, Headers.of("x-amzn-errortype", type), utf8("{\"message\":\"why\"}"));

    assertThat(error.fault())
        .isEqualTo(new Fault(kind, status, type, "why", "", false, Duration.ZERO));
    assertThat(error.isRetryable()).isEqualTo(retryable);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ValidationException",
        "ValidationException:http://internal.amazon.com/coral/com.amazon.bedrock/",
        "com.amazon.bedrock#ValidationException",
        "aws.bedrock#ValidationException:http://internal.amazon.com/#x",
      })
  void nameStandsBareInWhateverTheHeaderSays(String header) {
    ProviderException error = client.error(400, Headers.of("x-amzn-ErrorType", header), utf8("{}"));

    assertThat(error.fault().type()).isEqualTo("ValidationException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"__type\":\"com.amazon.coral.service#ThrottlingException\",\"code\":\"X\"}",
        "{\"code\":\"ThrottlingException\"}",
      })
  void nameIsInTheBodyWhenThereIsNoHeader(String body) {
    assertThat(client.error(429, Headers.NONE, utf8(body)).fault().type())
        .isEqualTo("ThrottlingException");
  }

  @Test
  void frontEndWritesItsMessageWithACapital() {
    assertThat(client.error(403, Headers.NONE, utf8("{\"Message\":\"no key\"}")))
        .hasMessage("UnknownError (HTTP 403): no key");
  }

  @Test
  void bodyOfAStrangerIsQuotedInPart() {
    String page = "<html>\n <b>Bad gateway</b>" + "x".repeat(1000);

    ProviderException error = client.error(502, Headers.NONE, utf8(page));

    assertThat(error.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(error.fault().message())
        .startsWith("<html> <b>Bad gateway</b>xxx")
        .endsWith("x…")
        .hasSizeLessThan(210);
    assertThat(client.error(502, Headers.NONE, new byte[0]).fault().message())
        .isEqualTo("(no message)");
  }

  @ParameterizedTest
  @CsvSource({
    "Retry-After, 7, 7000",
    "x-amz-retry-after, 1500, 1500",
    "Retry-After, 'Fri, 20 Nov 2026 12:00:00 GMT', 0",
    "Retry-After, -1, 0",
    "x-amz-retry-after, 99999999999999999999, 0",
  })
  void waitIsInSecondsOrMilliseconds(String header, String value, long millis) {
    assertThat(client.error(429, Headers.of(header, value), utf8("{}")).fault().retryAfter())
        .isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void serversErrorIsReadBack() {
    Fault fault =
        new Fault(
            ErrorKind.THROTTLED,
            429,
            "ThrottlingException",
            "Too many requests, please wait before trying again.",
            "0c5f6e5e-0000-4000-8000-000000000001",
            false,
            Duration.ofMillis(1200));

    Headers headers = server.errorHeaders(fault);

    assertThat(headers.first("retry-after")).hasValue("2");
    assertThat(client.error(429, headers, server.error(fault)).fault()).isEqualTo(fault);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

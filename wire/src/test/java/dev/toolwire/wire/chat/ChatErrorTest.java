package dev.toolwire.wire.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ProviderException.Detail;
import dev.toolwire.model.Reply;
import dev.toolwire.model.TruncatedStreamException;
import dev.toolwire.wire.Headers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatErrorTest {

  private final ChatCodec client = new ChatCodec();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | {'error':{'message':'No.','type':'invalid_request_error','param':'tools[0]','code':'invalid_value'}} | VALIDATION | invalid_value | No.",
        "400 | {'error':{'message':'No.','type':'invalid_request_error','param':null,'code':null}} | VALIDATION | invalid_request_error | No.",
        "401 | {'error':{'message':'Bad key','type':'invalid_request_error','code':'invalid_api_key'}} | ACCESS_DENIED | invalid_api_key | Bad key",
        "429 | {'error':{'message':'Slow down','type':'requests','code':'rate_limit_exceeded'}} | THROTTLED | rate_limit_exceeded | Slow down",
        "429 | {'error':{'message':'Pay','type':'insufficient_quota','code':'insufficient_quota'}} | QUOTA | insufficient_quota | Pay",
        "429 | {'error':{'message':'Pay','type':'x','code':'project_spend_limit_exceeded'}} | QUOTA | project_spend_limit_exceeded | Pay",
        "503 | {'error':{'message':'Busy','type':'service_unavailable_error','code':'server_is_overloaded'}} | NOT_READY | server_is_overloaded | Busy",
        "500 | {'error':{'message':'Oops','type':'server_error'}} | INTERNAL | server_error | Oops",
        "400 | {'object':'error','message':'No.','type':'BadRequestError','param':null,'code':400} | VALIDATION | BadRequestError | No.",
        "400 | {'object':'error','message':'No.','type':'invalid_function_call','code':'3280'} | VALIDATION | invalid_function_call | No.",
        "422 | {'detail':'Unprocessable'} | VALIDATION | error | Unprocessable",
        "422 | {'detail':[{'loc':['body'],'msg':'missing'}]} | VALIDATION | error | [{'loc':['body'],'msg':'missing'}]",
        "429 | {'error':{'code':429,'message':'Upstream','metadata':{'provider_name':'x'}}} | THROTTLED | error | Upstream",
        "500 | {'error':'model crashed'} | INTERNAL | error | model crashed",
        "502 | <html>Bad gateway</html> | UNAVAILABLE | error | <html>Bad gateway</html>",
        "402 | {'error':{'code':402,'message':'Credits'}} | QUOTA | error | Credits",
      })
  void errorIsReadInAnyShape(int status, String body, ErrorKind kind, String name, String message) {
    byte[] bytes = body.replace('\'', '"').getBytes(UTF_8);

    ProviderException error = client.error(status, Headers.NONE, bytes);

    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error.fault().name()).isEqualTo(name);
    assertThat(error.fault().message()).isEqualTo(message.replace('\'', '"'));
    assertThat(error.fault().status()).isEqualTo(status);
  }

  @Test
  void typeCodeAndPlaceAreKeptApartAndReadWell() {
    byte[] body =
        """
        {"error":{"message":"Too long.","type":"invalid_request_error","param":"tools[0]",
                  "code":"string_above_max_length"}}
        """
            .getBytes(UTF_8);

    ProviderException error = client.error(400, Headers.NONE, body);

    assertThat(error.fault().type()).isEqualTo("invalid_request_error");
    assertThat(error.fault().detail()).isEqualTo(new Detail("string_above_max_length", "tools[0]"));
    assertThat(error).hasMessage("string_above_max_length (HTTP 400): Too long. (tools[0])");
  }

  @Test
  void errorThatIsPassedOnStaysWhatItWas() {
    for (String body :
        new String[] {
          "{'error':{'message':'No.','type':'invalid_request_error','param':'a[0].b','code':'invalid_value'}}",
          "{'error':{'message':'Slow.','type':'tokens','param':null,'code':'rate_limit_exceeded'}}",
          "{'error':{'message':'Slow.','type':'requests','param':null,'code':null}}",
        }) {
      byte[] said = body.replace('\'', '"').getBytes(UTF_8);
      ProviderException error = client.error(400, Headers.NONE, said);

      assertThat(new String(new ChatServerCodec().error(error.fault()), UTF_8))
          .isEqualTo(new String(said, UTF_8));
    }
  }

  @Test
  void quotaIsNotRetriedAndThrottlingIs() {
    byte[] quota = "{\"error\":{\"message\":\"\",\"code\":\"insufficient_quota\"}}".getBytes(UTF_8);

    assertThat(client.error(429, Headers.NONE, quota).isRetryable()).isFalse();
    assertThat(client.error(429, Headers.NONE, new byte[0]).isRetryable()).isTrue();
  }

  @Test
  void headersSayHowLongToWaitAndWhetherToAskAgain() {
    Headers headers =
        Headers.of(
            "retry-after-ms",
            "250",
            "retry-after",
            "9",
            "x-request-id",
            "req_1",
            "x-should-retry",
            "true");

    ProviderException error = client.error(400, headers, new byte[0]);

    assertThat(error.retryAfter()).hasValue(Duration.ofMillis(250));
    assertThat(error.fault().requestId()).isEqualTo("req_1");
    assertThat(error.isRetryable()).isTrue();
    assertThat(error.fault().message()).isEqualTo("(no message)");
  }

  @Test
  void errorUnderTheStatusOfASuccessIsAnError() {
    for (String body :
        new String[] {
          "{\"error\":{\"message\":\"Slow\",\"type\":\"requests\",\"code\":\"slow_down\"}}",
          "{\"object\":\"error\",\"message\":\"Slow\",\"type\":\"slow_down\",\"code\":429}",
        }) {
      ProviderException error =
          catchThrowableOfType(ProviderException.class, () -> client.reply(body.getBytes(UTF_8)));

      assertThat(error.kind()).isEqualTo(ErrorKind.THROTTLED);
      assertThat(error.fault().status()).isEqualTo(429);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'error':{'message':'Slow','type':'requests','code':'slow_down'}}",
        "\uFEFF\r\n\t{'error': {'message': 'Slow', 'code': 'slow_down'}}",
        "{'object':'error','message':'Slow','type':'slow_down','code':429}",
      })
  void errorInPlaceOfAStreamIsTheProvidersErrorAndMayBeAskedAgain(String body) {
    for (int step : new int[] {1, 7, Integer.MAX_VALUE}) {
      assertThatExceptionOfType(ProviderException.class)
          .isThrownBy(() -> ChatTranscript.events(body.replace('\'', '"'), step))
          .satisfies(error -> {
            assertThat(error).hasMessage("slow_down (HTTP 429): Slow");
            assertThat(error.kind()).isEqualTo(ErrorKind.THROTTLED);
            assertThat(error.fault().inStream()).isFalse();
          });
    }
  }

  @Test
  void wholeAnswerInPlaceOfAStreamIsTheAnswer() {
    String body =
        """
        {"id":"c1","choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant",
          "content":"Let me look.","tool_calls":[{"id":"call_1","type":"function",
            "function":{"name":"top_song","arguments":"{\\"sign\\":\\"WZPZ\\"}"}}]}}],
         "usage":{"prompt_tokens":9,"completion_tokens":2,"total_tokens":11}}
        """;

    for (int step : new int[] {1, Integer.MAX_VALUE}) {
      assertThat(Reply.of(ChatTranscript.events(body, step)))
          .isEqualTo(client.reply(body.getBytes(UTF_8)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"error\":{\"message\":\"Slo", "{\"id\":\"c1\",\"choices\":[]"})
  void objectThatIsCutIsTruncated(String body) {
    assertThatExceptionOfType(TruncatedStreamException.class)
        .isThrownBy(() -> ChatTranscript.events(body, 1))
        .withMessage(
            "the answer is one object instead of a stream of events, and not whole after %d bytes;"
                + " ask again",
            body.length());
  }
}

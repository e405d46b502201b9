package dev.toolwire.wire.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.toolwire.wire.eventstream.MessageKind.Event;
import dev.toolwire.wire.eventstream.MessageKind.ModeledException;
import dev.toolwire.wire.eventstream.MessageKind.UnmodeledError;
import dev.toolwire.wire.eventstream.MessageKind.Unrecognized;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MessageKindTest {
  static final List<MessageKind> KINDS =
      List.of(
          new Event("messageStop"),
          new Event("brandNewEvent"),
          new ModeledException("validationException"),
          new ModeledException("brandNewException"),
          new UnmodeledError("InternalError", "An internal server error occurred."),
          new UnmodeledError("InternalError", ""),
          new Unrecognized());

  @ParameterizedTest
  @FieldSource("KINDS")
  void everyKindIsReadBackFromItsHeadersInAnyOrder(MessageKind kind) {
    assertThat(MessageKind.of(kind.headers())).isEqualTo(kind);
    assertThat(MessageKind.of(kind.headers().reversed())).isEqualTo(kind);
    assertThat(
            Deliveries.decode(EventStreamEncoder.encode(EventStreamMessage.of(kind, new byte[3]))))
        .extracting(EventStreamMessage::kind)
        .containsExactly(kind);
  }

  @Test
  void aTypeWithoutTheHeaderThatNamesItIsUnrecognized() {
    for (String type : List.of("event", "exception", "error", "initial-response")) {
      assertThat(MessageKind.of(List.of(Header.of(":message-type", type))))
          .isEqualTo(new Unrecognized());
    }
  }

  @Test
  void aNameThatIsNoStringIsUnrecognized() {
    List<Header> headers =
        List.of(
            Header.of(":message-type", "event"),
            new Header(":event-type", new HeaderValue.IntValue(1)));

    assertThat(MessageKind.of(headers)).isEqualTo(new Unrecognized());
  }

  @Test
  void anEmptyWordIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Event(""))
        .withMessage(":event-type is empty; it must name what the message is");
  }

  @Test
  void theLabelIsOneShortLineWhateverThePeerWrote() {
    assertThat(new Event("contentBlockDelta").label()).isEqualTo("event contentBlockDelta");
    assertThat(new ModeledException("a\r\nb").label()).isEqualTo("exception a??b");
    assertThat(new UnmodeledError("e".repeat(65), "secret").label())
        .isEqualTo("error " + "e".repeat(64) + "…");
    assertThat(new Unrecognized().label()).isEqualTo("unrecognized message");
  }
}

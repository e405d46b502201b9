package dev.toolwire.wire.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.wire.eventstream.MessageKind.Event;
import dev.toolwire.wire.eventstream.MessageKind.UnmodeledError;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamEncoderTest {
  private static final byte[] JSON = {'{', '}'};
  private static final byte[] STOP = Frames.event("messageStop", "{}");

  private final EventStreamEncoder encoder = new EventStreamEncoder();

  @Test
  void framesGatherInOneBufferUntilItIsCleared() {
    encoder.event("messageStop", JSON, 0, 2);
    encoder.event("messageStop", JSON, 0, 2);

    assertThat(Arrays.copyOf(encoder.array(), encoder.length())).isEqualTo(Frames.join(STOP, STOP));

    encoder.clear();
    assertThat(encoder.length()).isZero();
    assertThat(encoder.take()).isEmpty();
  }

  @Test
  void aTypeThatIsNewToUsIsWrittenLikeTheOthers() {
    encoder.event("brandNewEvent", JSON, 0, 2);
    encoder.exception("brandNewException", JSON, 0, 2);

    assertThat(Deliveries.decode(encoder.take()))
        .containsExactly(
            EventStreamMessage.of(new Event("brandNewEvent"), JSON),
            EventStreamMessage.of(new MessageKind.ModeledException("brandNewException"), JSON));
  }

  @Test
  void anUnmodeledErrorHasNoPayload() {
    encoder.message(EventStreamMessage.of(new UnmodeledError("InternalError", "oh"), new byte[0]));

    assertThat(encoder.take())
        .isEqualTo(
            Frames.withHeaders(
                Frames.hex(
                    """
                    0b 3a6572726f722d636f6465         | :error-code
                    07 000d 496e7465726e616c4572726f72 | string InternalError
                    0e 3a6572726f722d6d657373616765   | :error-message
                    07 0002 6f68                      | string oh
                    0d 3a6d6573736167652d74797065     | :message-type
                    07 0005 6572726f72                | string error
                    """)));
  }

  @Test
  void anEmptyTypeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encoder.event("", JSON, 0, 2))
        .withMessage(":event-type is empty; it must name what the message is");
    assertThatIllegalArgumentException().isThrownBy(() -> encoder.exception("", JSON, 0, 2));
  }

  @Test
  void aPayloadOutsideItsArrayIsRefusedAndWritesNothing() {
    assertThatThrownBy(() -> encoder.event("messageStop", JSON, 1, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(encoder.length()).isZero();
  }

  @Test
  void theBufferTakesNoMoreThanOneLargestFrameAndKeepsWhatItHas() {
    int headers = STOP.length - JSON.length - 16;
    EventStreamEncoder small = new EventStreamEncoder(new EventStreamLimits(2, headers));

    small.event("messageStop", JSON, 0, 2);

    assertThatIllegalStateException()
        .isThrownBy(() -> small.event("messageStop", JSON, 0, 0))
        .withMessage(
            "%d bytes of frames wait and %d more exceed the %d that an encoder holds; take them first"
                .formatted(STOP.length, STOP.length - 2, STOP.length));
    assertThat(small.take()).isEqualTo(STOP);
  }

  @Test
  void aSmallBufferIsUsedAgainAndALargeOneGivenBack() {
    encoder.event("messageStop", JSON, 0, 2);
    byte[] buffer = encoder.array();
    encoder.clear();
    encoder.event("messageStop", JSON, 0, 2);

    assertThat(encoder.array()).isSameAs(buffer);

    encoder.event("messageStop", new byte[EventStreamEncoder.MAX_IDLE_BYTES], 0, 65_536);
    encoder.clear();
    assertThat(encoder.array()).isEmpty();
  }

  @Test
  void aRepeatedHeaderIsRefused() {
    List<Header> twice = List.of(Header.of("a", "1"), Header.of("a", "2"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventStreamMessage(twice, JSON))
        .withMessage("header a occurs twice; a message may hold each name once");
  }

  @Test
  void aMessageIsACopyAndPrintsOnOneLineWithoutItsPayload() {
    byte[] mine = JSON.clone();
    EventStreamMessage message = EventStreamMessage.of(new Event("messageStop"), mine);

    mine[0] = 'x';
    message.payload()[0] = 'x';

    assertThat(message).isEqualTo(EventStreamMessage.of(new Event("messageStop"), JSON));
    assertThat(message).hasSameHashCodeAs(EventStreamMessage.of(new Event("messageStop"), JSON));
    assertThat(message).hasToString("event messageStop  headers=3 payload=2B");
  }
}

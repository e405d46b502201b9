package dev.toolwire.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Role;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ProviderException.Advice;
import dev.toolwire.model.Route;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.TransportException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryingModelTest {

  private static final ModelRequest REQUEST =
      ModelRequest.to(new ModelId("m"), Conversation.startingWith("hi"));
  private static final StreamEvent START = new StreamEvent.MessageStart(Role.ASSISTANT);

  private long now;
  private final List<Long> pauses = new ArrayList<>();
  private final Deque<List<Object>> attempts = new ArrayDeque<>();

  @Test
  void throttledRequestIsAskedAgainAfterAPause() {
    attempts.add(List.of(throttled(Duration.ZERO)));
    attempts.add(List.of(START));

    assertThat(first(open())).isEqualTo(START);
    assertThat(pauses).singleElement().satisfies(p -> assertThat(p).isBetween(1L, 500_000_000L));
  }

  @Test
  void waitThatTheProviderAsksForIsNotShortened() {
    attempts.add(List.of(throttled(Duration.ofSeconds(7))));
    attempts.add(List.of(START));

    first(open());

    assertThat(pauses).singleElement().satisfies(p -> assertThat(p).isGreaterThan(7_000_000_000L));
  }

  @Test
  void waitBeyondPatienceIsNotWaitedFor() {
    attempts.add(List.of(throttled(Duration.ofMinutes(2))));

    assertThatThrownBy(() -> first(open())).isInstanceOf(ProviderException.class);
  }

  @Test
  void fourthFailureIsTold() {
    for (int i = 0; i < 4; i++) {
      attempts.add(List.of(new TransportException("refused " + i)));
    }

    assertThatThrownBy(() -> first(open())).hasMessage("refused 3");
    assertThat(pauses).hasSize(3);
  }

  @Test
  void nothingIsAskedAgainOnceAnEventHasArrived() {
    attempts.add(List.of(START, throttled(Duration.ZERO)));
    ModelStream stream = open();

    assertThat(first(stream)).isEqualTo(START);
    assertThatThrownBy(() -> first(stream)).isInstanceOf(ProviderException.class);
    assertThat(attempts).isEmpty();
  }

  @Test
  void requestThatIsWrongIsNotAskedAgain() {
    attempts.add(List.of(failure(ErrorKind.VALIDATION, Duration.ZERO)));

    assertThatThrownBy(() -> first(open())).isInstanceOf(ProviderException.class);
    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "408, NONE, true",
    "409, NONE, true",
    "503, NONE, true",
    "529, NONE, true",
    "400, NONE, false",
    "424, NONE, false",
    "429, NONE, false", // the kind is a quota that is used up: waiting does not help
    "400, RETRY, true",
    "529, GIVE_UP, false"
  })
  void sdksAskAgainByStatusUnlessTheProviderSaysOtherwise(
      int status, Advice advice, boolean again) {
    var failure =
        new ProviderException(
            new ProviderException.Fault(
                ErrorKind.QUOTA, status, "t", "no", "", false, Duration.ZERO, advice));

    assertThat(RetryPolicy.on(Route.CHAT).retries(failure, 1)).isEqualTo(again);
    assertThat(RetryPolicy.on(Route.CHAT).retries(failure, 3)).isFalse();
    assertThat(RetryPolicy.on(Route.CONVERSE).retries(failure, 1))
        .isEqualTo(advice == Advice.RETRY);
  }

  @Test
  void patienceMayRunOutDuringThePause() {
    attempts.add(List.of(throttled(Duration.ofSeconds(10))));
    attempts.add(List.of(START));
    ModelStream stream = open();

    assertThat(stream.next(Duration.ofSeconds(1))).isEqualTo(Arrival.NOTHING);
    assertThat(first(stream)).isEqualTo(START);
  }

  @Test
  void closedStreamIsNotOpenedAgain() {
    attempts.add(List.of(throttled(Duration.ofSeconds(10))));
    ModelStream stream = open();
    stream.next(Duration.ofSeconds(1));

    stream.close();

    assertThatThrownBy(() -> first(stream)).isInstanceOf(TransportException.class);
  }

  private ModelStream open() {
    return new RetryingModel(
            request -> new Played(attempts.remove()),
            RetryPolicy.DEFAULTS,
            new Random(1),
            () -> now,
            nanos -> {
              pauses.add(nanos);
              now += nanos;
            })
        .open(REQUEST);
  }

  private static Object first(ModelStream stream) {
    return ((Arrival.Event) stream.next(ModelStream.FOREVER)).event();
  }

  private static ModelException throttled(Duration retryAfter) {
    return failure(ErrorKind.THROTTLED, retryAfter);
  }

  private static ModelException failure(ErrorKind kind, Duration retryAfter) {
    return new ProviderException(
        new ProviderException.Fault(kind, 429, kind.name(), "no", "", false, retryAfter));
  }

  /// Events and failures, one after the other.
  private record Played(Deque<Object> parts) implements ModelStream {

    Played(List<Object> parts) {
      this(new ArrayDeque<>(parts));
    }

    @Override
    public Arrival next(Duration patience) {
      Object part = parts.poll();
      if (part instanceof ModelException failure) {
        throw failure;
      }
      return part instanceof StreamEvent event ? new Arrival.Event(event, 0, 0) : Arrival.END;
    }

    @Override
    public void close() {}
  }
}

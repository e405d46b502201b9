package dev.toolwire.wire.sse;

import dev.toolwire.model.MalformedWireException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// The fields of an event, line by line. One line of data is read where it lies; several are joined
/// in a buffer, with an LF between them.
final class Fields {

  private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EVENT = "event".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ID = "id".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RETRY = "retry".getBytes(StandardCharsets.US_ASCII);

  /// More digits than this are no time to wait.
  private static final int MAX_RETRY_DIGITS = 15;

  private final int maxDataBytes;
  private final EventTypes types = new EventTypes();
  private final ByteRun joined = new ByteRun();

  /// One line of data, while it is the only one and its array may be read; else data is in
  /// `joined`.
  private boolean inPlace;

  private byte[] array = {};
  private int offset;
  private int length;
  private boolean hasData;
  private String type = SseEvent.MESSAGE;
  private String lastEventId = "";
  private long retryMillis = -1;

  Fields(int maxDataBytes) {
    this.maxDataBytes = maxDataBytes;
  }

  /// Reads a line that is neither empty nor a comment.
  void line(LineReader line) {
    byte[] bytes = line.array();
    int end = line.start() + line.length();
    int colon = line.start();
    while (colon < end && bytes[colon] != ':') {
      colon++;
    }
    int value = Math.min(colon + 1, end);
    value += value < end && bytes[value] == ' ' ? 1 : 0;
    int from = line.start();
    if (is(DATA, bytes, from, colon)) {
      data(bytes, value, end - value, line.isInPlace());
    } else if (is(EVENT, bytes, from, colon)) {
      type = value == end ? SseEvent.MESSAGE : types.text(bytes, value, end - value);
    } else if (is(ID, bytes, from, colon)) {
      id(bytes, value, end);
    } else if (is(RETRY, bytes, from, colon)) {
      retry(bytes, value, end);
    }
  }

  /// Lets go of the array of the last line, if data lies there.
  void keep() {
    if (inPlace) {
      inPlace = false;
      joined.append(array, offset, length);
    }
  }

  /// Begins another event.
  void clear() {
    inPlace = false;
    hasData = false;
    joined.clear();
    type = SseEvent.MESSAGE;
  }

  /// Whether there was a line of data, be it empty.
  boolean hasData() {
    return hasData;
  }

  byte[] array() {
    return inPlace ? array : joined.array();
  }

  int dataOffset() {
    return inPlace ? offset : 0;
  }

  int dataLength() {
    return inPlace ? length : joined.length();
  }

  String type() {
    return type;
  }

  String lastEventId() {
    return lastEventId;
  }

  Optional<Duration> retry() {
    return retryMillis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(retryMillis));
  }

  private void data(byte[] bytes, int from, int count, boolean staysReadable) {
    requireFits(hasData ? dataLength() + 1L + count : count);
    if (!hasData && staysReadable) {
      inPlace = true;
      array = bytes;
      offset = from;
      length = count;
    } else {
      keep();
      if (hasData) {
        joined.append('\n');
      }
      joined.append(bytes, from, count);
    }
    hasData = true;
  }

  private void requireFits(long bytes) {
    if (bytes > maxDataBytes) {
      throw new MalformedWireException(
          "an event holds more than %d bytes of data; raise SseLimits if the peer means it"
              .formatted(maxDataBytes));
    }
  }

  /// An id with a NUL in it does not count, says the standard.
  private void id(byte[] bytes, int from, int end) {
    String id = new String(bytes, from, end - from, StandardCharsets.UTF_8);
    lastEventId = id.indexOf('\0') < 0 ? id : lastEventId;
  }

  /// Only digits count, says the standard.
  private void retry(byte[] bytes, int from, int end) {
    long millis = 0;
    for (int i = from; i < end; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return;
      }
      millis = 10 * millis + bytes[i] - '0';
    }
    retryMillis = from < end && end - from <= MAX_RETRY_DIGITS ? millis : retryMillis;
  }

  private static boolean is(byte[] name, byte[] bytes, int from, int end) {
    return end - from == name.length && Arrays.equals(bytes, from, end, name, 0, name.length);
  }
}

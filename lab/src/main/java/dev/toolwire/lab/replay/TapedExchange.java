package dev.toolwire.lab.replay;

import dev.toolwire.wire.Headers;
import java.util.Arrays;
import java.util.List;

/// A request and what came back, with times in nanoseconds since the run began.
///
/// @param openedNanos when the request was sent
/// @param status of the answer; 0 if none began
/// @param headers of the answer, without secrets
/// @param headNanos when the answer began; 0 if it did not
/// @param pieces the body as it came
public record TapedExchange(
    long openedNanos,
    TapedRequest request,
    int status,
    Headers headers,
    long headNanos,
    List<Piece> pieces,
    Ending ending) {

  public TapedExchange {
    pieces = List.copyOf(pieces);
  }

  /// Bytes that came together.
  ///
  /// @param bytes not copied, and not to be changed afterwards
  @SuppressWarnings("ArrayRecordComponent") // compared by its content
  public record Piece(long nanos, byte[] bytes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Piece(long at, byte[] others)
          && nanos == at
          && Arrays.equals(bytes, others);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /// How an exchange ended.
  public sealed interface Ending {}

  /// The peer had said everything.
  public record Complete() implements Ending {}

  /// The connection broke, or never was.
  public record Broken(long nanos, String why) implements Ending {}

  /// The reader did not want to hear more.
  public record Left() implements Ending {}

  static final Complete COMPLETE = new Complete();
  static final Left LEFT = new Left();

  /// Whether it may be asked again: nobody answered, or the answer was an error.
  boolean failed() {
    return ending instanceof Broken || status >= 400;
  }

  TapedExchange openedAt(long nanos) {
    return new TapedExchange(nanos, request, status, headers, headNanos, pieces, ending);
  }
}

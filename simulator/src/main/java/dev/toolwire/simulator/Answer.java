package dev.toolwire.simulator;

import dev.toolwire.json.JsonObject;
import dev.toolwire.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/// What comes back for a request.
sealed interface Answer {

  /// Nothing: the connection is closed, so many nanoseconds after the request came.
  record Dropped(long dueNanos) implements Answer {}

  /// An HTTP response.
  ///
  /// @param headNanos when its head is sent, in nanoseconds since the request came
  /// @param body ends with [Beat.Ends] or [Beat.Breaks]; can be played once
  record Response(int status, Headers headers, long headNanos, Iterator<Beat> body)
      implements Answer {}

  /// This response, later; or if the `stall` ends so, none.
  static Answer stalled(Response response, Fault.Stall stall) {
    long time = stall.time().toNanos();
    long head = Moment.plus(response.headNanos(), time);
    return stall.thenDrop()
        ? new Dropped(head)
        : new Response(
            response.status(),
            response.headers(),
            head,
            new Edited<>(response.body(), (beat, out) -> out.accept(beat.later(time))));
  }

  /// A successful response that is a JSON object, at once.
  static Response json(Headers headers, JsonObject body) {
    return whole(200, headers, body.toString().getBytes(StandardCharsets.UTF_8), 0);
  }

  /// A response in one piece.
  static Response whole(int status, Headers headers, byte[] body, long dueNanos) {
    List<Beat> beats = List.of(new Beat.Bytes(body, dueNanos), new Beat.Ends(dueNanos));
    Headers sized = headers.and("Content-Length", Integer.toString(body.length));
    return new Response(status, sized, dueNanos, beats.iterator());
  }
}

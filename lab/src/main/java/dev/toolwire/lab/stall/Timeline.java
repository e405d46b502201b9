package dev.toolwire.lab.stall;

import java.util.List;

/// Everything that was seen in one run, in the order in which it was seen: for each request a
/// [Moment.Kind#SENT], what came back, and how it ended.
///
/// Times never go back; they count from the first request.
public record Timeline(List<Moment> moments) {

  public Timeline {
    moments = List.copyOf(moments);
    if (moments.isEmpty() || moments.getFirst().kind() != Moment.Kind.SENT) {
      throw new IllegalArgumentException("a timeline begins with a request that is sent");
    }
    long last = moments.getFirst().nanos();
    for (Moment moment : moments) {
      if (moment.nanos() < last) {
        throw new IllegalArgumentException(
            moment.kind() + " at " + moment.nanos() + " ns comes after something at " + last);
      }
      last = moment.nanos();
    }
  }

  /// Whether every answer came to its proper end.
  public boolean isComplete() {
    long sent = count(Moment.Kind.SENT);
    return sent == count(Moment.Kind.COMPLETED);
  }

  private long count(Moment.Kind kind) {
    return moments.stream().filter(moment -> moment.kind() == kind).count();
  }
}

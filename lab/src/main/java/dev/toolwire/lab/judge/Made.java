package dev.toolwire.lab.judge;

/// A call in its round.
///
/// @param round from 1
record Made(int round, CallRecord call) {

  String tool() {
    return call.tool();
  }

  boolean succeeded() {
    return !call.isRefused() && !call.isError();
  }

  boolean isBefore(Made other) {
    return round < other.round;
  }

  boolean isLike(Made other) {
    return tool().equals(other.tool()) && call.arguments().equals(other.call.arguments());
  }
}

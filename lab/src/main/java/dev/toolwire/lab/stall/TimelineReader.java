package dev.toolwire.lab.stall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Goes through a timeline once, moment by moment. For one thread.
final class TimelineReader {

  private final TextTrace text = new TextTrace();
  private final Map<Integer, InputTrace> open = new HashMap<>();
  private final List<InputTrace> inputs = new ArrayList<>();
  private long began = -1;
  private long last;
  private long firstEvent = -1;
  private long lastEvent;
  private long lastByte;
  private boolean awaiting;
  private long maxGapAny;
  private long maxGapBytes;
  private long inputBytes;
  private long toolSince;
  private long toolNanos;

  void take(Moment moment) {
    last = moment.nanos();
    if (began < 0) {
      began = last;
    }
    if (moment.kind().isEvent()) {
      event(moment);
    }
    switch (moment.kind()) {
      case SENT -> {
        endAnswer();
        awaiting = true;
        lastByte = last;
      }
      case HEAD, BYTES -> bytesCame();
      case TEXT_DELTA -> text.text(last, moment.bytes());
      case TOOL_USE_START -> open(moment);
      case TOOL_INPUT_DELTA -> input(moment);
      case CONTENT_BLOCK_STOP -> close(moment.block());
      case COMPLETED, BROKEN -> endAnswer();
      case MESSAGE_START,
          REASONING_DELTA,
          OTHER_CONTENT,
          MESSAGE_STOP,
          METADATA,
          PING,
          UNRECOGNIZED -> {}
    }
  }

  private void event(Moment moment) {
    firstEvent = firstEvent < 0 ? moment.nanos() : firstEvent;
    if (!open.isEmpty()) {
      maxGapAny = Math.max(maxGapAny, moment.nanos() - lastEvent);
    }
    lastEvent = moment.nanos();
  }

  private void bytesCame() {
    maxGapBytes = Math.max(maxGapBytes, last - lastByte);
    lastByte = last;
  }

  private void open(Moment moment) {
    InputTrace trace = new InputTrace(moment.nanos());
    if (open.isEmpty()) {
      toolSince = moment.nanos();
    }
    open.put(moment.block(), trace);
    inputs.add(trace);
  }

  private void input(Moment moment) {
    InputTrace trace = open.get(moment.block());
    if (trace != null) {
      trace.input(moment.nanos(), moment.bytes());
      inputBytes += moment.bytes();
    }
  }

  private void close(int block) {
    InputTrace trace = open.remove(block);
    if (trace != null) {
      trace.close(last);
      if (open.isEmpty()) {
        toolNanos += last - toolSince;
      }
    }
  }

  /// An answer that breaks off closes its blocks where it was seen to.
  private void endAnswer() {
    if (!open.isEmpty()) {
      maxGapAny = Math.max(maxGapAny, last - lastEvent);
      List.copyOf(open.keySet()).forEach(this::close);
    }
    if (awaiting) {
      bytesCame();
    }
    awaiting = false;
    text.interrupt();
  }

  StallMetrics metrics(boolean complete) {
    endAnswer();
    double silence =
        Math.max(StallMetrics.SILENCE_FLOOR_NANOS, StallMetrics.SILENCE_FACTOR * text.medianGap());
    return new StallMetrics(
        complete,
        last - began,
        (firstEvent < 0 ? last : firstEvent) - began,
        maxGapAny,
        maxGapBytes,
        inputs.size(),
        inputBytes,
        toolNanos,
        inputs.stream()
            .max(Comparator.comparingLong(InputTrace::maxGap))
            .map(trace -> trace.metrics(began, (long) silence)),
        text.bytesPerSecond());
  }
}

package dev.toolwire.wire.chat;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.TruncatedStreamException;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.PlainBody;
import dev.toolwire.wire.StreamDecoder;
import dev.toolwire.wire.json.WireObject;
import dev.toolwire.wire.sse.Decoded;
import dev.toolwire.wire.sse.SseDecoder;
import dev.toolwire.wire.sse.SseEnd;
import dev.toolwire.wire.sse.SseEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of a streamed answer into events.
///
/// The answer is complete with `[DONE]`, or at the end of the bytes if a `finish_reason` has come;
/// what stands behind `[DONE]` is not looked at. A last event without its blank line counts. One
/// object in place of the stream is an error or the whole answer. A failure is final: it is thrown
/// again whenever this decoder is asked.
final class ChatStreamDecoder implements StreamDecoder {

  private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

  private final PlainBody plain = new PlainBody();
  private final SseDecoder lines = new SseDecoder();
  private final AnswerEvents answer = new AnswerEvents();
  private final ChunkTemplate template = new ChunkTemplate();
  private boolean complete;
  private long firstByteNanos;
  private long lastByteNanos;
  private @Nullable ModelException failure;

  @Override
  public void feed(Chunk chunk) {
    if (complete || failure != null) {
      return;
    }
    try {
      if (!plain.takes(chunk)) {
        lines.feed(chunk);
      }
    } catch (ModelException broken) {
      failure = broken;
    }
  }

  @Override
  public Arrival next() {
    while (true) {
      StreamEvent event = answer.poll();
      if (event != null) {
        return new Arrival.Event(event, firstByteNanos, lastByteNanos);
      }
      if (failure != null) {
        throw failure;
      }
      if (complete) {
        return Arrival.END;
      }
      try {
        switch (lines.next()) {
          case SseEvent read -> read(read);
          case Decoded.Comment comment -> {
            return comment.ping();
          }
          case Decoded.NeedBytes _ -> {
            return Arrival.NOTHING;
          }
        }
      } catch (ModelException broken) {
        failure = broken;
      }
    }
  }

  @Override
  public void end() {
    if (complete) {
      return;
    }
    if (failure != null) {
      throw failure;
    }
    try {
      if (plain.isObject()) {
        readPlain();
      } else {
        readRest();
      }
      if (!complete) {
        requireFinish();
        complete();
      }
    } catch (ModelException broken) {
      failure = broken;
      throw broken;
    }
  }

  private void readPlain() {
    firstByteNanos = plain.firstByteNanos();
    lastByteNanos = plain.lastByteNanos();
    ReplyReader.read(plain.object(), answer);
    complete();
  }

  private void readRest() {
    if (!(lines.end() instanceof SseEnd.MidEvent cut)
        || !(lines.unfinished() instanceof SseEvent rest)) {
      return;
    }
    try {
      read(rest);
    } catch (MalformedWireException half) {
      throw new TruncatedStreamException(cut.describe(), half);
    }
  }

  private void requireFinish() {
    if (!answer.hasFinish()) {
      throw new TruncatedStreamException(
          "the stream ended before [DONE] and without a finish_reason; the answer is not complete,"
              + " ask again");
    }
  }

  private void complete() {
    answer.end();
    complete = true;
  }

  private void read(SseEvent event) {
    firstByteNanos = event.firstByteNanos();
    lastByteNanos = event.lastByteNanos();
    byte[] array = event.array();
    int from = event.dataOffset();
    int length = event.dataLength();
    boolean isError = event.type().equals("error");
    if (!isError && template.reads(array, from, length) && tell()) {
      return;
    }
    if (isDone(array, from, length)) {
      if (!answer.hasBegun()) {
        throw new TruncatedStreamException("[DONE] came before any chunk; ask again");
      }
      complete();
      return;
    }
    WireObject chunk = WireObject.parse("event " + event.number(), array, from, length);
    if (isError || chunk.has("error")) {
      throw ErrorReader.inStream(chunk);
    }
    template.learn(array, from, length, chunk.node());
    answer.chunk(chunk);
  }

  /// Tells what the template has read; false if only the parser can.
  private boolean tell() {
    switch (template.kind()) {
      case CONTENT -> answer.text(template.text());
      case REASONING -> answer.reasoning(template.text());
      case INPUT -> {
        if (!answer.input(template.key(), template.text())) {
          return false;
        }
      }
    }
    answer.pingIfSilent(0);
    return true;
  }

  private static boolean isDone(byte[] array, int from, int length) {
    return length == DONE.length && Arrays.equals(array, from, from + length, DONE, 0, DONE.length);
  }
}

package dev.toolwire.wire.eventstream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Recognises header sections that have been seen before by comparing their bytes whole, so that
/// only the first frame of each sort is parsed.
///
/// It starts from the sections of ConverseStream and learns a few more, which serves a peer that
/// writes the same headers in another order. It stops learning when it is full: headers that differ
/// in every frame gain nothing from being kept.
final class HeaderBlocks {
  static final int MAX_LEARNT = 16;
  static final int MAX_LEARNT_BYTES = 512;

  private final List<HeaderBlock> learnt = new ArrayList<>(0);
  private HeaderBlock latest = HeaderBlock.event("contentBlockDelta");

  /// The section of these bytes, or null if it has to be parsed.
  @Nullable HeaderBlock recall(byte[] bytes, int at, int length) {
    if (latest.matches(bytes, at, length)) {
      return latest;
    }
    HeaderBlock seen = find(HeaderBlock.KNOWN, bytes, at, length);
    seen = seen != null ? seen : find(learnt, bytes, at, length);
    latest = seen != null ? seen : latest;
    return seen;
  }

  HeaderBlock parse(byte[] bytes, int at, int length, FramePosition frame) {
    byte[] section = Arrays.copyOfRange(bytes, at, at + length);
    HeaderBlock block = new HeaderBlock(section, new HeaderReader(section, frame).read());
    if (length <= MAX_LEARNT_BYTES && learnt.size() < MAX_LEARNT) {
      learnt.add(block);
    }
    return block;
  }

  private static @Nullable HeaderBlock find(
      List<HeaderBlock> blocks, byte[] bytes, int at, int length) {
    for (HeaderBlock block : blocks) {
      if (block.matches(bytes, at, length)) {
        return block;
      }
    }
    return null;
  }
}

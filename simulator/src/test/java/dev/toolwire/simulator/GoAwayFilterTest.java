package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoAwayFilterTest {

  private static final byte[] PREFACE = hex("505249202a20485454502f322e300d0a0d0a534d0d0a0d0a");
  private static final byte[] SETTINGS = hex("000000 04 00 00000000");
  private static final byte[] DATA = hex("000003 00 01 00000001 070707");
  private static final byte[] GO_AWAY = hex("000008 07 00 00000000 0000000000000000");
  private static final byte[] LONG_GO_AWAY = hex("00000a 07 00 00000000 0000000000000000 6279");
  private static final byte[] UNFINISHED = hex("000008 06 00");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1000})
  void goodbyesAreLeftOutHoweverTheBytesAreCut(int size) {
    byte[] sent = joined(PREFACE, SETTINGS, GO_AWAY, DATA, LONG_GO_AWAY, SETTINGS, UNFINISHED);

    assertThat(kept(sent, size)).isEqualTo(joined(PREFACE, SETTINGS, DATA, SETTINGS));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000})
  void anUnfinishedHeadIsKeptWhenItIsWhole(int size) {
    byte[] ping = hex("000008 06 00 00000000 0102030405060708");

    assertThat(kept(joined(PREFACE, ping), size)).isEqualTo(joined(PREFACE, ping));
  }

  /// What is kept of bytes that come so many at a time.
  private static byte[] kept(byte[] sent, int size) {
    GoAwayFilter filter = new GoAwayFilter();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    for (int at = 0; at < sent.length; at += size) {
      kept.writeBytes(filter.keep(Arrays.copyOfRange(sent, at, Math.min(sent.length, at + size))));
    }
    return kept.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static byte[] hex(String bytes) {
    return HexFormat.of().parseHex(bytes.replace(" ", ""));
  }
}

package dev.toolwire.wire.eventstream;

import dev.toolwire.wire.eventstream.HeaderValue.BoolValue;
import dev.toolwire.wire.eventstream.HeaderValue.ByteValue;
import dev.toolwire.wire.eventstream.HeaderValue.BytesValue;
import dev.toolwire.wire.eventstream.HeaderValue.IntValue;
import dev.toolwire.wire.eventstream.HeaderValue.LongValue;
import dev.toolwire.wire.eventstream.HeaderValue.ShortValue;
import dev.toolwire.wire.eventstream.HeaderValue.StringValue;
import dev.toolwire.wire.eventstream.HeaderValue.TimestampValue;
import dev.toolwire.wire.eventstream.HeaderValue.UuidValue;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/// Messages with up to a dozen headers of every type and payloads from empty to a few KiB. Strings
/// and byte arrays are never empty, as the specification's grammar has it.
final class RandomMessages {
  private RandomMessages() {}

  static EventStreamMessage message(Random random) {
    List<Header> headers =
        IntStream.range(0, random.nextInt(12))
            .mapToObj(i -> new Header(i + text(random, 20), value(random)))
            .toList();
    int largest = random.nextBoolean() ? 200 : 5_000;
    return new EventStreamMessage(headers, bytes(random, random.nextInt(largest)));
  }

  private static HeaderValue value(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> new BoolValue(random.nextBoolean());
      case 1 -> new ByteValue((byte) random.nextInt());
      case 2 -> new ShortValue((short) random.nextInt());
      case 3 -> new IntValue(random.nextInt());
      case 4 -> new LongValue(random.nextLong());
      case 5 -> new BytesValue(bytes(random, 1 + random.nextInt(300)));
      case 6 -> new StringValue(text(random, 100));
      case 7 -> new TimestampValue(random.nextLong());
      default -> new UuidValue(new UUID(random.nextLong(), random.nextLong()));
    };
  }

  /// One to `longest` characters of one to four UTF-8 bytes.
  private static String text(Random random, int longest) {
    int[] alphabet = {'a', 'Z', '"', 0x7f, 0xe9, 0x20ac, 0x1f600, 0x10ffff};
    return random
        .ints(1 + random.nextInt(longest), 0, alphabet.length)
        .map(i -> alphabet[i])
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}

package dev.toolwire.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// The ways in which a document can arrive. Every case of this package is read in each of them.
enum Delivery {
  WHOLE_TEXT {
    @Override
    void feed(String document, IncrementalJson json, RandomGenerator random) {
      json.feed(document);
    }
  },
  WHOLE_BYTES {
    @Override
    void feed(String document, IncrementalJson json, RandomGenerator random) {
      json.feed(utf8(document));
    }
  },
  BY_CHARACTER {
    @Override
    void feed(String document, IncrementalJson json, RandomGenerator random) {
      document.chars().forEach(c -> json.feed(Character.toString(c)));
    }
  },
  BY_BYTE {
    @Override
    void feed(String document, IncrementalJson json, RandomGenerator random) {
      for (ByteBuffer bytes = utf8(document); bytes.hasRemaining(); ) {
        json.feed(ByteBuffer.wrap(new byte[] {bytes.get()}));
      }
    }
  },
  RANDOM_TEXT {
    @Override
    void feed(String document, IncrementalJson json, RandomGenerator random) {
      for (int from = 0; from < document.length(); ) {
        int to = Math.min(document.length(), from + random.nextInt(40));
        json.feed(document.substring(from, to));
        from = to;
      }
    }
  },
  RANDOM_BYTES {
    @Override
    void feed(String document, IncrementalJson json, RandomGenerator random) {
      ByteBuffer bytes = utf8(document);
      while (bytes.hasRemaining()) {
        int size = Math.min(bytes.remaining(), random.nextInt(40));
        json.feed(bytes.slice(bytes.position(), size));
        bytes.position(bytes.position() + size);
      }
    }
  };

  abstract void feed(String document, IncrementalJson json, RandomGenerator random);

  final JsonOutcome read(String document, long seed) {
    return read(document, seed, _ -> {});
  }

  final JsonOutcome read(String document, long seed, Consumer<JsonEvent> sink) {
    var json = new IncrementalJson(sink);
    feed(document, json, new SplittableRandom(seed));
    return json.finish();
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}

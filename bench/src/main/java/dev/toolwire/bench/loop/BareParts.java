package dev.toolwire.bench.loop;

import java.io.IOException;

/// The parts of a stream, one after the other.
public interface BareParts {

  /// Goes to the next part; false if there is none.
  boolean next() throws IOException;

  /// Appends the JSON string that follows the first `marker` in this part, unescaped; false if
  /// there is no such marker.
  boolean appendString(byte[] marker, StringBuilder out);
}

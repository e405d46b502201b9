package dev.toolwire.lab.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// What a killed writer leaves at the end of its file.
final class CutLine {

  private CutLine() {}

  /// Whether the file ends within a line.
  static boolean endsWithOne(FileChannel file) throws IOException {
    if (file.size() == 0) {
      return false;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    file.read(last, file.size() - 1);
    return last.get(0) != '\n';
  }
}

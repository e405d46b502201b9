package dev.toolwire.lab.campaign;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A file of lines that is only ever appended to, by one process at a time, and may be killed at
/// any byte: what [#append] has returned for is in the file whatever becomes of the process.
///
/// A last line without its end was being written when its writer was killed. It was never
/// acknowledged, so the next writer takes it away and readers pass over it. An interrupt disturbs
/// nothing. For one thread at a time.
public final class Journal implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final RandomAccessFile file;
  private final OutputStream out;

  /// Not through the file's channel, which an interrupt would close.
  private Journal(RandomAccessFile file) throws IOException {
    this.file = file;
    this.out = new BufferedOutputStream(new FileOutputStream(file.getFD()), BUFFER_BYTES);
  }

  /// Opens `file` for more lines, or makes it.
  ///
  /// @throws UncheckedIOException if it cannot be written, or another writer has it open
  public static Journal open(Path file) {
    try {
      RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw");
      try {
        lock(opened.getChannel(), file);
        opened.setLength(endOfLastLine(opened));
        opened.seek(opened.length());
        return new Journal(opened);
      } catch (IOException | RuntimeException refused) {
        opened.close();
        throw refused;
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /// The lock ends with the channel.
  private static void lock(FileChannel channel, Path file) throws IOException {
    if (tryLock(channel) == null) {
      throw new FileSystemException(
          file.toString(),
          null,
          "being written by another process; wait for its end or name another file");
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ours) {
      return null;
    }
  }

  private static long endOfLastLine(RandomAccessFile file) throws IOException {
    byte[] block = new byte[BUFFER_BYTES];
    for (long end = file.length(); end > 0; ) {
      long begin = Math.max(0, end - BUFFER_BYTES);
      file.seek(begin);
      file.readFully(block, 0, (int) (end - begin));
      for (int i = (int) (end - begin) - 1; i >= 0; i--) {
        if (block[i] == '\n') {
          return begin + i + 1;
        }
      }
      end = begin;
    }
    return 0;
  }

  /// Where lines may be written one after the other, each with its end; they are kept from the next
  /// [#keep] on. Closing it does nothing that closing the journal does not.
  public OutputStream out() {
    return out;
  }

  /// Keeps what was written: a process that is killed from now on does not lose it.
  ///
  /// @throws UncheckedIOException if the disk refuses
  public void keep() {
    try {
      out.flush();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /// Writes a line and keeps it.
  ///
  /// @param line without its end, and without another in it
  /// @throws UncheckedIOException if the disk refuses
  public void append(String line) {
    if (line.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("an entry of a journal is one line, got several");
    }
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    keep();
  }

  /// Gives every whole line of `file` to `sink`, without its end; none if there is no such file. It
  /// may be open for writing at the same time.
  ///
  /// @throws UncheckedIOException if it cannot be read
  public static void read(Path file, Consumer<String> sink) {
    if (!Files.exists(file)) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      ByteArrayOutputStream begun = new ByteArrayOutputStream();
      byte[] block = new byte[BUFFER_BYTES];
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        lines(block, count, begun, sink);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void lines(
      byte[] block, int count, ByteArrayOutputStream begun, Consumer<String> sink) {
    int begin = 0;
    for (int i = 0; i < count; i++) {
      if (block[i] == '\n') {
        if (begun.size() == 0) {
          sink.accept(new String(block, begin, i - begin, StandardCharsets.UTF_8));
        } else {
          begun.write(block, begin, i - begin);
          sink.accept(begun.toString(StandardCharsets.UTF_8));
          begun.reset();
        }
        begin = i + 1;
      }
    }
    begun.write(block, begin, count - begin);
  }

  /// Writes everything to the disk, so that a machine that fails does not lose it either.
  @Override
  public void close() {
    try (file) {
      out.flush();
      file.getFD().sync();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}

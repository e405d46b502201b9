package dev.toolwire.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/// Standard output that remembers how it broke: a [PrintWriter] tells nobody, and an answer that
/// was lost on a full disk is no success.
final class StandardOutput extends FilterOutputStream {

  /// The exit code of a command whose reader went away, as shells have it: 128 and the number of
  /// SIGPIPE.
  static final int READER_GONE = 141;

  /// What operating systems say of a pipe without a reader.
  private static final String BROKEN_PIPE = "Broken pipe";

  private volatile @Nullable IOException broken;

  StandardOutput(OutputStream out) {
    super(out);
  }

  /// A writer that flushes at the end of each line.
  PrintWriter writer(Charset charset) {
    return new PrintWriter(this, true, charset);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException failed) {
      broken = failed;
      throw failed;
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  /// The exit code of a command that ended with `exitCode`, given what became of its output; says
  /// what nobody else can know. A run whose output breaks is cancelled, but no person did that.
  int exitCode(int exitCode, PrintWriter err) {
    IOException how = broken;
    if (how == null) {
      return exitCode;
    }
    if (BROKEN_PIPE.equals(how.getMessage())) {
      return READER_GONE;
    }
    err.println("toolwire: standard output cannot be written: " + how.getMessage());
    return exitCode == Interrupts.EXIT_CODE ? ExitCode.SOFTWARE : Math.max(exitCode, 1);
  }
}

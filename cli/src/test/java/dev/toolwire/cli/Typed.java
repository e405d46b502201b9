package dev.toolwire.cli;

import java.io.ByteArrayInputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A command line as a person types it, run inside the test; knows nothing of the real environment.
final class Typed {

  private final String[] words;
  private final Map<String, String> environment = new HashMap<>();
  private byte[] input = {};
  private int patience = Integer.MAX_VALUE;
  private boolean terminal;
  private Interrupts interrupts = _ -> () -> {};
  private CompletableFuture<String> firstLine = new CompletableFuture<>();

  private Typed(String... words) {
    this.words = words;
  }

  static Typed words(String... words) {
    return new Typed(words);
  }

  Typed with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Typed withInput(String text) {
    return withInput(text.getBytes(StandardCharsets.UTF_8));
  }

  Typed withInput(byte[] bytes) {
    input = bytes;
    return this;
  }

  Typed onTerminal() {
    terminal = true;
    return this;
  }

  Typed with(Interrupts signals) {
    interrupts = signals;
    return this;
  }

  /// Hands over the first line of standard output as soon as it is there.
  Typed onFirstLine(CompletableFuture<String> line) {
    firstLine = line;
    return this;
  }

  /// Whoever reads standard output goes away after this many lines.
  Typed withReaderOf(int lines) {
    patience = lines;
    return this;
  }

  /// What came of it.
  record Result(int exitCode, String out, String err) {

    /// What was shown, with every time as `0.0 ms` and every id of a call as `#`.
    String steadyOut() {
      return out.replaceAll("\\d+\\.\\d+ m?s\\b", "0.0 ms").replaceAll("tooluse_[\\w-]{22}", "#");
    }
  }

  Result run() {
    var out =
        new StringWriter() {
          @Override
          public void flush() {
            firstLine.complete(toString().strip());
          }
        };
    var err = new StringWriter();
    var in = new ByteArrayInputStream(input);
    var around = new Surroundings(environment, in, () -> terminal, interrupts);
    int exitCode =
        ToolwireCommand.commandLine(around, words)
            .setOut(new PrintWriter(new Reader(out, patience), true))
            .setErr(new PrintWriter(err, true))
            .execute(words);
    return new Result(exitCode, lines(out), lines(err));
  }

  /// A pipe whose reader takes so many lines.
  private static final class Reader extends FilterWriter {
    private int left;

    Reader(Writer out, int lines) {
      super(out);
      left = lines;
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
      if (left <= 0) {
        throw new IOException("Broken pipe");
      }
      super.write(text, offset, length);
      if (text.startsWith(System.lineSeparator(), offset)) {
        left--;
      }
    }
  }

  private static String lines(StringWriter text) {
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}

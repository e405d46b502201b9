package dev.toolwire.bench.harness;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/// A process that says something in lines, and may answer lines. For one thread at a time; closing
/// it ends it.
public final class LineProcess implements AutoCloseable {

  private final String name;
  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;

  private LineProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.questions = process.outputWriter(US_ASCII);
    this.answers = process.inputReader(US_ASCII);
  }

  /// Starts a process.
  ///
  /// @param name for messages
  public static LineProcess start(String name, ProcessBuilder command) throws IOException {
    return new LineProcess(name, command.start());
  }

  /// The next line that it says.
  public String line() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new EOFException(name + " has ended");
      }
      return line;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The answer to `question`.
  public String ask(String question) {
    try {
      questions.write(question + "\n");
      questions.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(name + " takes no question", broken);
    }
    return line();
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
  }
}

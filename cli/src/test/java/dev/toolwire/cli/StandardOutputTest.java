package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

  private final StringWriter err = new StringWriter();

  @Test
  void outputThatWasWrittenLeavesTheExitCodeAlone() {
    assertThat(exitCodeOver(OutputStream.nullOutputStream(), 0)).isZero();
    assertThat(exitCodeOver(OutputStream.nullOutputStream(), 1)).isEqualTo(1);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void anAnswerLostOnAFullDiskIsAFailureAndSaysSo() {
    assertThat(exitCodeOver(broken("No space left on device"), 0)).isEqualTo(1);

    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "toolwire: standard output cannot be written: No space left on device\n");
  }

  @Test
  void aRunThatEndedBecauseItsOutputBrokeIsNoInterruption() {
    assertThat(exitCodeOver(broken("No space left on device"), Interrupts.EXIT_CODE)).isEqualTo(1);
    assertThat(exitCodeOver(broken("No space left on device"), 2)).isEqualTo(2);
    assertThat(exitCodeOver(OutputStream.nullOutputStream(), Interrupts.EXIT_CODE)).isEqualTo(130);
  }

  @Test
  void aReaderThatHasSeenEnoughEndsTheCommandQuietly() {
    assertThat(exitCodeOver(broken("Broken pipe"), 0)).isEqualTo(141);

    assertThat(err.toString()).isEmpty();
  }

  private int exitCodeOver(OutputStream target, int exitCode) {
    var standard = new StandardOutput(target);
    standard.writer(StandardCharsets.UTF_8).println("72");
    return standard.exitCode(exitCode, new PrintWriter(err, true));
  }

  private static OutputStream broken(String message) {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        throw new IOException(message);
      }
    };
  }
}

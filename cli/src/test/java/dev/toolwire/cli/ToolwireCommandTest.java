package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

class ToolwireCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void versionNamesToolwireAndTheJavaThatRunsIt() {
    assertThat(execute("--version")).isZero();

    assertThat(out.toString()).matches("toolwire \\S+ \\(Java 2\\d\\S*\\)\\R");
  }

  @Test
  void helpIsAnAnswerAndGoesToStandardOutput() {
    assertThat(execute("--help")).isZero();

    assertThat(out.toString()).startsWith("Usage: toolwire ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void anUnknownOptionIsAUsageErrorInOneLine() {
    assertThat(execute("--bogus")).isEqualTo(2);

    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "toolwire: there is no option '--bogus'; see 'toolwire --help'\n");
  }

  @Test
  void noCommandAtAllIsAUsageError() {
    assertThat(execute()).isEqualTo(2);

    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "toolwire: Missing required subcommand; see 'toolwire --help'\n");
  }

  @Test
  void aUsersMistakeIsOneLineWithoutAStackTrace() {
    var failure = new IllegalArgumentException("no model 'gtp-4o'\n  did you mean gpt-4o?");

    assertThat(failWith(failure)).isEqualTo(1);

    assertThat(err.toString())
        .isEqualToNormalizingNewlines("toolwire: no model 'gtp-4o' did you mean gpt-4o?\n");
  }

  @Test
  void aDefectOfOursSaysHowToSeeWhereItHappened() {
    assertThat(failWith(new ArithmeticException("/ by zero"))).isEqualTo(1);

    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "toolwire: this is a defect in Toolwire: / by zero; please report it with what"
                + " TOOLWIRE_DEBUG=1 adds\n");
  }

  private int failWith(Exception failure) {
    return execute(failure, "fail");
  }

  private int execute(String... args) {
    return execute(new IllegalArgumentException("unused"), args);
  }

  private int execute(Exception failure, String... args) {
    Callable<Integer> fail =
        () -> {
          throw failure;
        };
    return ToolwireCommand.commandLine(nowhere())
        .addSubcommand("fail", CommandSpec.wrapWithoutInspection(fail))
        .setColorScheme(Help.defaultColorScheme(Ansi.OFF))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private static Surroundings nowhere() {
    return new Surroundings(Map.of(), InputStream.nullInputStream(), () -> false, _ -> () -> {});
  }
}

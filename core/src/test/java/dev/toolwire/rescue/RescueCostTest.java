package dev.toolwire.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hostile texts of a megabyte end, and lose nothing. The time is not measured here but in `bench`;
/// a quadratic reader would not end within the minute that JUnit waits.
class RescueCostTest {

  private static final int SIZE = 1 << 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<tool_call>",
        "[TOOL_CALLS]",
        "{",
        "[",
        "{\"name\":",
        "```\n",
        "`",
        "[f(",
        "Tool Call: [",
        "<function=f>",
        "&lt;tool_call&gt;",
        "<|channel|>",
        "f(",
        "\n{\"a\": \"",
        "<think>",
        "{\"name\": \"\n",
      })
  void openersWithoutEnd(String opener) {
    String text = opener.repeat(SIZE / opener.length());

    Reading reading =
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> Reading.of(text, "f"));

    assertThat(reading.everything()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4096})
  void anArgumentOfAMegabyte(int piece) {
    String value = "{[\\\"]}<tool_call>`\\n".repeat(SIZE / 20);
    String text = "<tool_call>{\"name\":\"f\",\"arguments\":{\"v\":\"" + value + "\"}}</tool_call>";
    List<String> pieces =
        java.util.stream.IntStream.range(0, (text.length() + piece - 1) / piece)
            .mapToObj(i -> text.substring(i * piece, Math.min(text.length(), (i + 1) * piece)))
            .toList();

    assertThat(Reading.of(Tools.named("f"), pieces).onlyCall().arguments().text("v"))
        .hasValueSatisfying(read -> assertThat(read).hasSize((SIZE / 20) * 18));
  }
}

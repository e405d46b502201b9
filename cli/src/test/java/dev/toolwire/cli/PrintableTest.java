package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void nobodyElseControlsTheTerminal() {
    assertThat(Printable.text("a\u001b[2J\u0007b\u007f\u009b")).isEqualTo("a␛[2J␇b␡\ufffd");
  }

  @Test
  void lineEndsAndTabsStay() {
    assertThat(Printable.text("a\r\n\tb")).isEqualTo("a\r\n\tb");
  }

  @Test
  void aLineIsFlatAndSaysHowMuchOfItIsMissing() {
    assertThat(Printable.line(" a\n  b ", 3)).isEqualTo("a b");
    assertThat(Printable.line("abcd", 3)).isEqualTo("abc… (1 more characters)");
    assertThat(Printable.line("ab😀", 3)).isEqualTo("ab… (2 more characters)");
  }
}

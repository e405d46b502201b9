package dev.toolwire.lab.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

  @Test
  void whatAModelWroteIsText() {
    Html said = Html.tag("p", "</p><script>alert(1)</script> & \"<!--\"");

    assertThat(said.markup())
        .isEqualTo(
            "<p>&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&lt;!--&quot;</p>");
  }

  @Test
  void whatAModelWroteCannotLeaveAnAttribute() {
    assertThat(Html.tag("b").with("title", "\" onclick=\"alert(1)").markup())
        .isEqualTo("<b title=\"&quot; onclick=&quot;alert(1)\"></b>");
  }

  @Test
  void whatNoDocumentCanHoldIsShownAsLost() {
    assertThat(Html.tag("b", "nul \0, half \uD83D, other half \uDE00, whole \uD83D\uDE00").markup())
        .isEqualTo("<b>nul \uFFFD, half \uFFFD, other half \uFFFD, whole \uD83D\uDE00</b>");
  }

  @Test
  void aLineFeedAtTheBeginningOfPreformattedTextIsKept() {
    assertThat(Html.tag("pre", "\nfirst").markup()).isEqualTo("<pre>\n\nfirst</pre>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "style", "iframe", "img", "object", "meta", "base", "svg", "P"})
  void elementsThatRunOrLoadSomethingDoNotExist(String name) {
    assertThatThrownBy(() -> Html.tag(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("<" + name + ">");
  }

  @ParameterizedTest
  @CsvSource({
    "onclick, alert(1)",
    "style, color:red",
    "src, x",
    "srcdoc, x",
    "formaction, x",
    "data-X, x",
    "href, javascript:alert(1)",
    "href, http://example.com",
    "href, //example.com",
  })
  void attributesThatRunOrLoadSomethingDoNotExist(String name, String value) {
    assertThatThrownBy(() -> Html.tag("a").with(name, value))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTableNamesItsRowsAndColumns() {
    Table table = Table.captioned("Runs", "model").figures("passed").row("a<b", "3");

    assertThat(table.html().markup())
        .isEqualTo(
            "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Runs\"><table>"
                + "<caption>Runs</caption><thead><tr><th scope=\"col\">model</th>"
                + "<th class=\"figure\" scope=\"col\">passed</th></tr></thead>"
                + "<tbody><tr><th scope=\"row\">a&lt;b</th><td class=\"figure\">3</td></tr></tbody>"
                + "</table></div>");
  }

  @Test
  void aRowHasACellForEachColumn() {
    Table table = Table.captioned("Runs", "model", "verdict");

    assertThatThrownBy(() -> table.row(List.of(Html.text("one"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 cells for 2 columns");
  }
}

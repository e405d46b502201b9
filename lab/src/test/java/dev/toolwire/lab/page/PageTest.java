package dev.toolwire.lab.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PageTest {

  private static final String HOSTILE = "</script><script>alert(1)</script><!-- \u2028 ]]> & é";

  private static final Page PAGE =
      Page.titled("Report on </title><b>", Html.tag("h1", "All is well"))
          .section("runs", "Runs & more", Html.tag("p", HOSTILE))
          .data("said", JsonObject.of("text", HOSTILE).toNode())
          .packed("run", JsonObject.of("text", HOSTILE).toNode());

  @Test
  void dataStayWithinTheirElementAndComeBackAsTheyWere() {
    String data = content("<script type=\"application/json\" id=\"data:said\">");

    assertThat(data).doesNotContain("<", ">", "&", "\u2028");
    assertThat(read(data).get("text").stringValue()).isEqualTo(HOSTILE);
  }

  @Test
  void packedDataComeBackAsTheyWere() throws IOException {
    String packed = content("<script type=\"text/plain\" id=\"packed:run\">");

    assertThat(packed).matches("[A-Za-z0-9+/=]+");
    byte[] gzip = Base64.getDecoder().decode(packed);
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      String json = new String(in.readAllBytes(), UTF_8);
      assertThat(read(json).get("text").stringValue()).isEqualTo(HOSTILE);
    }
  }

  @Test
  void thePolicyNamesEveryScriptAndStyleAndNothingElse() {
    String html = PAGE.html();
    String policy =
        found(html, "Content-Security-Policy\" content=\"([^\"]+)\"").getFirst().group(1);

    assertThat(policy).startsWith("default-src 'none'; ").doesNotContain("unsafe", "http", "*");
    List<String> inlined =
        found(html, "(?s)<(script|style)>(.*?)</\\1>").stream().map(m -> m.group(2)).toList();
    assertThat(inlined).hasSize(4);
    assertThat(found(policy, "'sha256-[^']+'").stream().map(MatchResult::group))
        .containsExactlyInAnyOrderElementsOf(inlined.stream().map(PageTest::hash).toList());
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(PAGE.html())
        .doesNotContainPattern("<(link|img|iframe|base)\\b")
        .doesNotContainPattern("<script[^>]* src=")
        .doesNotContain("sourceMappingURL", "@import", "url(");
  }

  @Test
  void aTitleIsText() {
    assertThat(PAGE.html()).contains("<title>Report on &lt;/title&gt;&lt;b&gt;</title>");
  }

  @Test
  void contentsLeadToTheSections() {
    assertThat(PAGE.html())
        .contains("<li><a href=\"#runs\">Runs &amp; more</a></li>")
        .contains("<section id=\"runs\" aria-labelledby=\"runs-heading\">");
  }

  @Test
  void aPageIsWrittenAsItIs(@TempDir Path folder) {
    Path file = folder.resolve("report.html");

    PAGE.write(file);

    assertThat(file).content(UTF_8).isEqualTo(PAGE.html());
  }

  @Test
  void whatLiesBesideNothingIsRefused() {
    assertThatThrownBy(() -> Inlined.beside(Page.class, "none.js"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dev/toolwire/lab/page/none.js");
  }

  private static String content(String tag) {
    String html = PAGE.html();
    int begin = html.indexOf(tag) + tag.length();
    assertThat(begin).isGreaterThanOrEqualTo(tag.length());
    return html.substring(begin, html.indexOf("</script>", begin));
  }

  private static JsonNode read(String json) {
    return JsonText.read(json);
  }

  private static List<MatchResult> found(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().toList();
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}

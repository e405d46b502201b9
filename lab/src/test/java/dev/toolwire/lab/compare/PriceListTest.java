package dev.toolwire.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListTest {

  @ParameterizedTest
  @CsvSource({
    "bedrock:us.anthropic.claude-3-haiku-20240307-v1:0, 1.50",
    "anthropic:claude-3-haiku-20240307, 1.50",
    "openai:gpt-4o-2024-08-06, 12.50",
    "openai:gpt-4o-mini, 0.75",
    "bedrock:cohere.command-r-plus-v1:0, 18.00",
  })
  void knownModelsCostWhatTheListSays(String model, BigDecimal aMillionEachWay) {
    PriceList.Entry entry = PriceList.builtIn().find(model).orElseThrow();

    assertThat(entry.price().of(new Usage(1_000_000, 1_000_000)))
        .isEqualByComparingTo(aMillionEachWay);
    assertThat(entry.asOf()).isAfter(LocalDate.of(2026, 1, 1));
    assertThat(entry.source()).startsWith("https://");
  }

  @ParameterizedTest
  @CsvSource({"simulator:gpt-4o", "bedrock:acme.unheard-of-v1:0", "gpt-4o", "openai:"})
  void whatIsNotListedHasNoPrice(String model) {
    assertThat(PriceList.builtIn().find(model)).isEmpty();
  }

  @Test
  void ownPricesComeFirst() {
    PriceList own =
        PriceList.parse(
            "own.json",
            """
            {"currency":"USD","prices":[{"providers":["openai"],"model":"gpt-4o*","input":1,"output":"2.5","cacheRead":"0.5","asOf":"2026-12-01","source":"contract"}]}
            """);

    PriceList.Entry entry = PriceList.builtIn().after(own).find("openai:gpt-4o").orElseThrow();

    assertThat(entry.source()).isEqualTo("contract");
    assertThat(entry.price().cacheRead()).isEqualByComparingTo("0.5");
    assertThat(entry.price().cacheWrite()).isEqualByComparingTo("1");
  }

  @Test
  void amountsOfTwoCurrenciesAreNotAdded() {
    PriceList euros = PriceList.parse("own.json", "{\"currency\":\"EUR\",\"prices\":[]}");

    assertThatThrownBy(() -> PriceList.builtIn().after(euros))
        .hasMessage(
            "prices are in EUR, but others in USD; amounts of two currencies cannot be added");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                                                          | own.json: not JSON: Unexpected
          {"currency":"USD"}                                                         | own.json: /prices: expected an array, got nothing
          {"currency":"USD","prices":[],"tax":1}                                     | own.json: unknown member "tax", expected [currency, prices]
          {"currency":"USD","prices":[7]}                                            | own.json: /prices/0: expected an object, got a number
          {"currency":"USD","prices":[{"providers":["a"],"input":"x"}]}              | own.json: /prices/0/input: expected an amount such as "0.25", got "x"
          {"currency":"USD","prices":[{"providers":[]}]}                             | own.json: /prices/0/providers: expected one provider or more
          {"currency":"USD","prices":[{"providers":["a"],"input":1,"output":1,"model":"m","asOf":"soon"}]} | own.json: /prices/0/asOf: expected a date such as 2026-11-21, got "soon"
          """)
  void aMistakeIsToldWithItsPlace(String json, String message) {
    assertThatThrownBy(() -> PriceList.parse("own.json", json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}

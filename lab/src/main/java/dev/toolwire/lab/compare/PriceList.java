package dev.toolwire.lab.compare;

import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.Price;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What models cost, and since when that is known. Immutable.
///
/// Read from JSON, in which each amount is for a million tokens:
///
/// ```json
/// {"currency": "USD", "prices": [
///   {"providers": ["bedrock"], "model": "anthropic.claude-3-haiku*", "input": "0.25",
///    "output": "1.25", "asOf": "2026-11-21", "source": "https://aws.amazon.com/bedrock/pricing/"}]}
/// ```
///
/// @param currency of all amounts
/// @param entries the first that fits a model counts
public record PriceList(String currency, List<Entry> entries) {

  private static final Set<String> LIST_MEMBERS = Set.of("currency", "prices");
  private static final Set<String> ENTRY_MEMBERS =
      Set.of("providers", "model", "input", "output", "cacheRead", "cacheWrite", "asOf", "source");

  /// What the models of some providers cost.
  ///
  /// @param providers as they are named in `provider:id`
  /// @param model an id; `*` stands for anything
  /// @param asOf when that was written down
  public record Entry(
      Set<String> providers, String model, Price price, LocalDate asOf, String source) {
    public Entry {
      providers = Set.copyOf(providers);
    }

    boolean fits(String provider, ModelId id) {
      return providers.contains(provider) && id.fits(model);
    }
  }

  public PriceList {
    entries = List.copyOf(entries);
  }

  /// The list that comes with Toolwire: list prices of some models on the day that each says.
  public static PriceList builtIn() {
    return BuiltIn.LIST;
  }

  private static final class BuiltIn {
    static final PriceList LIST = read();

    private static PriceList read() {
      try (InputStream in = PriceList.class.getResourceAsStream("prices.json")) {
        return of("prices.json", JsonText.read(in));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /// Reads a list.
  ///
  /// @param source what to call the document in error messages
  /// @throws IllegalArgumentException if it is no price list; the message names the place
  public static PriceList of(String source, JsonNode document) {
    requireOnly(document, LIST_MEMBERS, source);
    List<Entry> entries = new ArrayList<>();
    JsonNode prices = document.path("prices");
    if (!prices.isArray()) {
      throw wrong(source + ": /prices", "expected an array, got " + JsonObject.kindOf(prices));
    }
    for (JsonNode entry : prices) {
      entries.add(entry(entry, source + ": /prices/" + entries.size()));
    }
    return new PriceList(text(document, "currency", source + ": "), entries);
  }

  private static Entry entry(JsonNode entry, String place) {
    requireOnly(entry, ENTRY_MEMBERS, place);
    List<String> providers = entry.path("providers").valueStream().map(JsonNode::asString).toList();
    if (providers.isEmpty()) {
      throw wrong(place + "/providers", "expected one provider or more");
    }
    BigDecimal input = amount(entry, "input", place);
    Price price =
        new Price(
            input,
            amount(entry, "output", place),
            entry.has("cacheRead") ? amount(entry, "cacheRead", place) : input,
            entry.has("cacheWrite") ? amount(entry, "cacheWrite", place) : input);
    return new Entry(
        Set.copyOf(providers),
        text(entry, "model", place + "/"),
        price,
        date(entry, place),
        text(entry, "source", place + "/"));
  }

  private static void requireOnly(JsonNode object, Set<String> members, String place) {
    if (!object.isObject()) {
      throw wrong(place, "expected an object, got " + JsonObject.kindOf(object));
    }
    for (String name : object.propertyNames()) {
      if (!members.contains(name)) {
        throw wrong(
            place,
            "unknown member \"" + name + "\", expected " + members.stream().sorted().toList());
      }
    }
  }

  private static BigDecimal amount(JsonNode entry, String name, String place) {
    String text = text(entry, name, place + "/");
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      throw wrong(place + "/" + name, "expected an amount such as \"0.25\", got \"" + text + "\"");
    }
  }

  private static LocalDate date(JsonNode entry, String place) {
    String text = text(entry, "asOf", place + "/");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw wrong(place + "/asOf", "expected a date such as 2026-11-21, got \"" + text + "\"");
    }
  }

  private static String text(JsonNode object, String name, String place) {
    JsonNode value = object.path(name);
    if (!value.isString() && !value.isNumber()) {
      throw wrong(place + name, "expected a text, got " + JsonObject.kindOf(value));
    }
    return value.isNumber() ? value.decimalValue().toPlainString() : value.stringValue();
  }

  private static IllegalArgumentException wrong(String place, String what) {
    return new IllegalArgumentException(place + ": " + what);
  }

  /// Reads a list out of a text.
  ///
  /// @throws IllegalArgumentException if it is none
  public static PriceList parse(String source, String json) {
    try {
      return of(source, JsonText.read(json));
    } catch (JacksonException notJson) {
      throw wrong(source, "not JSON: " + JsonText.mistake(notJson));
    }
  }

  /// This list with `more` in front of it.
  ///
  /// @throws IllegalArgumentException if it is in another currency
  public PriceList after(PriceList more) {
    if (!more.currency.equals(currency)) {
      throw new IllegalArgumentException(
          "prices are in "
              + more.currency
              + ", but others in "
              + currency
              + "; amounts of two currencies cannot be added");
    }
    return new PriceList(currency, Stream.concat(more.entries.stream(), entries.stream()).toList());
  }

  /// What a model costs.
  ///
  /// @param name as `provider:id`
  public Optional<Entry> find(String name) {
    int colon = name.indexOf(':');
    if (colon < 1 || colon == name.length() - 1) {
      return Optional.empty();
    }
    String provider = name.substring(0, colon);
    ModelId id = new ModelId(name.substring(colon + 1));
    return entries.stream().filter(entry -> entry.fits(provider, id)).findFirst();
  }
}

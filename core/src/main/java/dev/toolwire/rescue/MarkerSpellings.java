package dev.toolwire.rescue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How a marker comes out when tokenizers, templates or markdown had a hand in it.
final class MarkerSpellings {

  private static final List<String> BARS = List.of("｜", "|", "||", "｜｜", "‖");
  private static final List<String> BLANKS = List.of("▁", "_", " ", "\\_");

  private MarkerSpellings() {}

  static Set<String> of(String marker) {
    boolean isBarred = marker.contains("｜DSML｜");
    if (!isBarred && marker.indexOf('▁') < 0) {
      return Set.of(marker);
    }
    Set<String> spellings = new LinkedHashSet<>(List.of(marker));
    if (isBarred) {
      for (String bar : BARS) {
        for (String gap : List.of("", " ")) {
          spellings.add(marker.replace("｜DSML｜", bar + gap + "DSML" + gap + bar));
        }
      }
    } else {
      for (String bar : List.of("｜", "|")) {
        for (String blank : BLANKS) {
          spellings.add(marker.replace("｜", bar).replace("▁", blank));
        }
      }
    }
    return spellings;
  }
}

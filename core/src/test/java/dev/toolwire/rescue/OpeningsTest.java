package dev.toolwire.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningsTest {

  @Test
  void theLiteralsForTheSameToolsAreLaidOutOnce() {
    assertThat(Openings.of(Set.of("tide_at", "now")))
        .isSameAs(Openings.of(Set.of("now", "tide_at")));
  }

  @Test
  void ofMoreSetsThanAreKeptTheOneAskedForLongestAgoGoes() {
    Openings first = Openings.of(Set.of("first"));
    for (int i = 0; i < Openings.MOST_KEPT; i++) {
      Openings.of(Set.of("other_" + i));
    }

    assertThat(Openings.of(Set.of("first"))).isNotSameAs(first);
  }
}

package dev.toolwire.lab.study;

import dev.toolwire.lab.recording.RecordedRun.Ending;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How runs ended, controls not counted.
///
/// @param counts how many in each way; 0 for a way in which none did
public record Endings(Map<Ending, Integer> counts) {

  public Endings {
    Map<Ending, Integer> all = new EnumMap<>(Ending.class);
    for (Ending ending : Ending.values()) {
      all.put(ending, counts.getOrDefault(ending, 0));
    }
    counts = Collections.unmodifiableMap(all);
  }

  public int count(Ending ending) {
    return counts.getOrDefault(ending, 0);
  }

  /// All runs.
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}

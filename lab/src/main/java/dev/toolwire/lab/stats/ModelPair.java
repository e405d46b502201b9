package dev.toolwire.lab.stats;

import dev.toolwire.lab.judge.JudgedRun;
import dev.toolwire.lab.judge.Verdict.Grade;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two models, compared by the trials that both of them played: the same scenario and the same
/// number.
public record ModelPair(String first, String second, PairedTest test) {

  static ModelPair of(String first, List<JudgedRun> ofFirst, String second, List<JudgedRun> other) {
    Map<String, Boolean> passed = new HashMap<>();
    judged(ofFirst).forEach(run -> passed.put(trial(run), run.verdict().passed()));
    int[] counts = new int[4];
    for (JudgedRun run : judged(other)) {
      Boolean before = passed.get(trial(run));
      if (before != null) {
        counts[(before ? 0 : 2) + (run.verdict().passed() ? 0 : 1)]++;
      }
    }
    return new ModelPair(first, second, new PairedTest(counts[0], counts[1], counts[2], counts[3]));
  }

  private static List<JudgedRun> judged(List<JudgedRun> runs) {
    return runs.stream().filter(run -> run.verdict().grade() != Grade.UNJUDGED).toList();
  }

  private static String trial(JudgedRun run) {
    return run.run().trial() + " " + run.run().scenario();
  }
}

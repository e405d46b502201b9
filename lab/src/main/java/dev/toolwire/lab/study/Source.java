package dev.toolwire.lab.study;

import dev.toolwire.lab.recording.StallPlan;
import java.time.Instant;
import java.util.Optional;

/// A recording that a study rests on.
///
/// @param name of its file, or another that tells it from the others
/// @param plan what was going to be done, if the recording says so
/// @param runs how many were finished, controls included
/// @param unfinished how many began and were not finished
/// @param first when the first of its runs began; empty without runs
/// @param last when the last of them began
public record Source(
    String name,
    Optional<StallPlan> plan,
    int runs,
    int unfinished,
    Optional<Instant> first,
    Optional<Instant> last) {}

package dev.toolwire.lab.recording;

import java.util.Optional;

/// What there is to say about a recording besides its runs.
///
/// @param plan what was going to be done, if the file says so
/// @param unfinished how many runs began and were not finished
public record Recording(Optional<StallPlan> plan, int unfinished) {}

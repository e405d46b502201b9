package dev.toolwire.lab.compare;

import dev.toolwire.lab.judge.RunRecord;
import dev.toolwire.lab.replay.Tape;
import java.util.Optional;

/// What a model did, and the tape of it if one was wanted.
record FinishedRun(RunRecord record, Optional<Tape> tape) {}

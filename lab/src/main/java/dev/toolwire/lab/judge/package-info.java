/// What a model did, as a value, and what that is worth. Start at
/// [Judge][dev.toolwire.lab.judge.Judge].
///
/// A [RunRecord][dev.toolwire.lab.judge.RunRecord] is everything there is to know about a run; it
/// is written and read as one line of JSON, so that runs can be judged again without being paid for
/// again. [Judge][dev.toolwire.lab.judge.Judge] makes a [Verdict][dev.toolwire.lab.judge.Verdict]
/// of it: a pure function of the record and the scenario, without clock, file or model. What each
/// reason means is said in `docs/judgement.md`.
@NullMarked
package dev.toolwire.lab.judge;

import org.jspecify.annotations.NullMarked;

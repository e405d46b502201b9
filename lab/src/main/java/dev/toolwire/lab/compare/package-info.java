/// Models compared: every scenario put to every model, several times, and what each did kept as a
/// [RunRecord][dev.toolwire.lab.judge.RunRecord]. Start at
/// [ComparisonRunner][dev.toolwire.lab.compare.ComparisonRunner].
///
/// An [Entrant][dev.toolwire.lab.compare.Entrant] is a model and the way to it: a live provider, a
/// script on the simulator, or a recording. A [RunFolder][dev.toolwire.lab.compare.RunFolder] keeps
/// what is finished, so that a comparison can be gone on with, judged anew and played again. What a
/// run is worth is decided in `dev.toolwire.lab.judge`.
@NullMarked
package dev.toolwire.lab.compare;

import org.jspecify.annotations.NullMarked;

/// What is asked of models, with which tools, and what is expected of them. Start at
/// [Scenario][dev.toolwire.lab.scenario.Scenario].
///
/// A scenario is read from YAML (`docs/scenarios.md`) and says three things: the conversation, the
/// tools, which a [Workshop][dev.toolwire.lab.scenario.Workshop] makes for each run anew, and an
/// [Expectation][dev.toolwire.lab.scenario.Expectation] for each turn of the user. Whether a run
/// met them is decided elsewhere, in `dev.toolwire.lab.judge`.
@NullMarked
package dev.toolwire.lab.scenario;

import org.jspecify.annotations.NullMarked;

/// Tools for models that have none, and what else a model lacks: each a step `Model -> Model`, so
/// that whoever asks sees native tool calls only.
///
/// Start at [PromptedTools][dev.toolwire.prompted.PromptedTools]. How calls are found in what a
/// model writes is told in `dev.toolwire.rescue`.
@NullMarked
package dev.toolwire.prompted;

import org.jspecify.annotations.NullMarked;

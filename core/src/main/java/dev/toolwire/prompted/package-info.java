/// What a model lacks, made up for in words: each a step `Model -> Model`, so that whoever asks
/// need not know. Start at [SystemInUser][dev.toolwire.prompted.SystemInUser].
@NullMarked
package dev.toolwire.prompted;

import org.jspecify.annotations.NullMarked;

package dev.toolwire.wire;

import dev.toolwire.model.Losses;

/// A request as a wire says it, what of it that wire could not say, and the names that it had to
/// replace.
///
/// @param aliases for reading the answer, in which the model uses the names that it was given
public record Encoding(WireRequest request, Losses losses, Aliases aliases) {}

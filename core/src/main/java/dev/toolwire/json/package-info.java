/// JSON as the rest of the house uses it: [JsonObject][dev.toolwire.json.JsonObject], an immutable
/// object, and [IncrementalJson][dev.toolwire.json.IncrementalJson], the reader that yields values
/// out of input that is still arriving.
@NullMarked
package dev.toolwire.json;

import org.jspecify.annotations.NullMarked;

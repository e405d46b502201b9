/// JSON as the rest of the house uses it: [JsonObject][dev.toolwire.json.JsonObject], an immutable
/// object, and the incremental reader that yields values out of input that is still arriving.
/// Parsing of complete texts is Jackson's.
@NullMarked
package dev.toolwire.json;

import org.jspecify.annotations.NullMarked;

package dev.toolwire.prompted;

import dev.toolwire.json.JsonObject;

/// A call in a text, ready to be told as a block.
///
/// @param tool its name, declared or not
/// @param input the JSON text of its arguments; what the model wrote, if they could not be read
/// @param id the id that the model gave it; empty if none
/// @param whole whether the text did not end inside the call
/// @param extra how it was found
record CallBlock(String tool, String input, String id, boolean whole, JsonObject extra) {}

package dev.toolwire.rescue;

import dev.toolwire.json.JsonObject;

/// A call in a text, ready to be told as a block.
///
/// @param tool its name, declared or not
/// @param input the JSON text of its arguments; what the model wrote, if they could not be read
/// @param id the id that the model gave it; empty if none
/// @param extra how it was found
record CallBlock(String tool, String input, String id, JsonObject extra) {}

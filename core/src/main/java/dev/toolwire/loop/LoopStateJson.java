package dev.toolwire.loop;

import dev.toolwire.json.VersionedJson;

/// The JSON form of a [LoopState], in a class of its own: a mapper takes a while to make.
final class LoopStateJson {

  static final VersionedJson<LoopState> FORM = VersionedJson.of("loop state", 1, LoopState.class);

  private LoopStateJson() {}
}

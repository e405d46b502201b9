package dev.toolwire.lab.judge;

import dev.toolwire.json.VersionedJson;

/// The JSON form of a [RunRecord], in a class of its own: a mapper takes a while to make.
final class RunRecordJson {

  static final VersionedJson<RunRecord> FORM =
      VersionedJson.of("record of a run", 1, RunRecord.class);

  private RunRecordJson() {}
}

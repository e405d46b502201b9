package dev.toolwire.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever a message says: no exception, no hang, no lost byte, and the same for every way of
/// cutting it.
class TextScannerFuzzTest {

  @DictionaryFile(resourcePath = "markers.dict")
  @FuzzTest(maxDuration = "60m")
  void aMessageIsReadTheSameInAllPieces(FuzzedDataProvider data) {
    boolean cut = data.consumeBoolean();
    int piece = data.consumeInt(1, 40);

    Heard.requireSame(data.consumeRemainingAsString(), piece, cut);
  }
}

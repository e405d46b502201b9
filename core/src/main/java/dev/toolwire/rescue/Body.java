package dev.toolwire.rescue;

/// What a call looks like between its markers. Nearly every format is one of these in an envelope.
public enum Body {
  /// `{"name":"tide_at","arguments":{"port":"Brest"}}`, or an array of such objects.
  NAMED,
  /// `{"tide_at":{"port":"Brest"}}`.
  KEYED,
  /// `tide_at`, a separator, `{"port":"Brest"}`.
  HEADER,
  /// `<function=tide_at><parameter=port>Brest</parameter></function>` and its many relatives.
  TAGGED,
  /// `[tide_at(port='Brest'), now()]`.
  PYTHON,
  /// `call:tide_at{port:<|"|>Brest<|"|>}`.
  RELAXED,
  /// The whole body is one string argument.
  RAW
}

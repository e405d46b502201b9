package dev.toolwire.rescue;

/// What the readers of a body have to know.
record BodyTerms(RescueTools tools, Format format, int depth) {

  boolean may(Body body) {
    return format.bodies().contains(body);
  }

  boolean has(Format.Trait trait) {
    return format.has(trait);
  }

  PythonReader python() {
    return new PythonReader(tools, depth, format.has(Format.Trait.UNWRAPS_PRINT));
  }
}

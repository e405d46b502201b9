package dev.toolwire.rescue;

/// What the readers of a body have to know.
///
/// @param depth how many containers may be in one another
/// @param drafts where the inputs go that are being written
record BodyTerms(RescueTools tools, Format format, int depth, Drafts drafts) {

  boolean may(Body body) {
    return format.bodies().contains(body);
  }

  boolean has(Format.Trait trait) {
    return format.has(trait);
  }

  BodyTerms of(Format other) {
    return new BodyTerms(tools, other, depth, drafts);
  }
}

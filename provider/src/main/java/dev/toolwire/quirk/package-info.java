/// What has to be done for models that take less than a request says: each
/// [Quirk][dev.toolwire.quirk.Quirk] is a step from a model to a model, and
/// [Quirks][dev.toolwire.quirk.Quirks] puts around a model those that it needs.
///
/// Which models need which is data: [ModelProfile][dev.toolwire.model.ModelProfile]. What a step
/// changed is told as [Losses][dev.toolwire.model.Losses]. No sockets in this room.
@NullMarked
package dev.toolwire.quirk;

import org.jspecify.annotations.NullMarked;

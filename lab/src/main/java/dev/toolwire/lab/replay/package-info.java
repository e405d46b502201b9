/// What passes over the wire, recorded and played again: so that what was paid for once can be
/// looked at as often as one likes.
///
/// A [Tap][dev.toolwire.lab.replay.Tap] stands around the transport of a run and takes down a
/// [Tape][dev.toolwire.lab.replay.Tape]: every exchange, piece by piece, with its times and without
/// its secrets. A [TapePlayer][dev.toolwire.lab.replay.TapePlayer] is a transport that answers from
/// a tape, on a clock of its own that shows the recorded times, and refuses what was not recorded
/// with the difference to what was. [TapeFile][dev.toolwire.lab.replay.TapeFile] keeps tapes as
/// JSON Lines.
@NullMarked
package dev.toolwire.lab.replay;

import org.jspecify.annotations.NullMarked;

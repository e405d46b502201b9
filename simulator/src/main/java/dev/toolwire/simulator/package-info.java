/// Scripted models behind the real wires: a library, a test double and a server.
///
/// A [Script][dev.toolwire.simulator.Script] says what a model answers. A
/// [Simulator][dev.toolwire.simulator.Simulator] plays scripts to whoever asks over Converse,
/// InvokeModel, Messages or Chat, in memory as a [Transport][dev.toolwire.wire.Transport] on a
/// clock that nobody has to wait for, or on a port as a
/// [SimulatorServer][dev.toolwire.simulator.SimulatorServer]. The bytes are the same. A
/// [Fault][dev.toolwire.simulator.Fault] makes it misbehave on purpose.
///
/// The format of scripts is described in `docs/simulator.md`.
@NullMarked
package dev.toolwire.simulator;

import org.jspecify.annotations.NullMarked;

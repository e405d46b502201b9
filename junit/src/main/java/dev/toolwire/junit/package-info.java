/// Scripted models for the tests of applications that ask models, with JUnit 6.
///
/// [@ScriptedModels][dev.toolwire.junit.ScriptedModels] on a test class or method starts a
/// [ModelServer][dev.toolwire.junit.ModelServer], which speaks the wires of Bedrock, Anthropic and
/// OpenAI on a port of this machine. The test points its application there and asks afterwards
/// [what was sent][dev.toolwire.junit.RequestsAssert]. A request that no script answers is refused,
/// and fails the test with a transcript of what was said.
///
/// How scripts are written is described in `docs/simulator.md`, the rest in `docs/junit.md`.
@NullMarked
package dev.toolwire.junit;

import org.jspecify.annotations.NullMarked;
